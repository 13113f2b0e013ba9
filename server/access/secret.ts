import { createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StorageRefused } from '../storage/storage.ts';

export const SECRET_FILE = 'secret';

/**
 * What cookies are signed with and addresses of links are made from. It lies beside the database and not in it: who
 * reads the one alone can sign in as nobody. `given` is that of the configuration. The folder must be there.
 */
export async function readSecret(folder: string, given: string | null): Promise<string> {
  if (given !== null) return given;
  const file = join(folder, SECRET_FILE);
  try {
    // Fails when there is one already, also when another program of ours makes it at this moment.
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw new StorageRefused(`The file ${resolve(file)} cannot be written: ${String(error)}.`);
    }
  }
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 32) {
    throw new StorageRefused(
      `The file ${resolve(file)} is damaged. Put its backup in its place, or remove it: then everybody has to sign in again and links stop working.`,
    );
  }
  return secret;
}

/** A key for one purpose, from which no other and not the secret itself can be found out. */
export const keyFor = (secret: string, purpose: 'sessions' | 'links'): string =>
  createHmac('sha256', secret).update(`throughline ${purpose}`).digest('base64url');
