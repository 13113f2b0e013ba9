import { chmodSync, copyFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readEnvironment } from '../environment.ts';
import { DATABASE_FILE, DataFolderRefused } from '../storage/sqlite/openDatabase.ts';
import { StorageRefused } from '../storage/storage.ts';
import { CommandFailed } from './command.ts';
import { reasonOf } from './readMapFile.ts';

/** The server's data folder, as it is configured for the server itself. */
export function dataFolder(): { readonly folder: string; readonly givenSecret: boolean } {
  const read = readEnvironment(process.env);
  if (!read.ok) throw new CommandFailed(read.problems.join(' '));
  return { folder: read.environment.dataDir, givenSecret: read.environment.authSecret !== null };
}

/** The database in a data folder, which must be there. */
export function databaseIn(folder: string): string {
  const file = join(folder, DATABASE_FILE);
  if (existsSync(file)) return file;
  throw new CommandFailed(`There are no maps in ${resolve(folder)}. Name the server's folder with DATA_DIR.`);
}

/** What went wrong with files and databases, as a sentence. */
export async function inWords<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageRefused || error instanceof DataFolderRefused) throw new CommandFailed(error.message);
    const { path, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
    if (path && code) throw new CommandFailed(`${path} cannot be used: ${reasonOf(error)}.`);
    throw error;
  }
}

/** Only whoever made a backup may read it: it holds all maps, and who may open them. */
export const keepPrivate = (file: string): void => chmodSync(file, 0o600);

/** Copies a secret for nobody else's eyes. */
export function copySecret(from: string, to: string): void {
  copyFileSync(from, to);
  keepPrivate(to);
}

/** Where the secret of a backup lies when it was taken along. */
export const secretBeside = (backup: string): string => `${backup}.secret`;

export const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
