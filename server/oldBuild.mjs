import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes room for a new build of the server, but keeps what the last one made: a server that still runs on it fetches
 * parts of itself when they are first needed. Only what was there before that goes.
 * @param {string} folder
 * @param {string} stamp the file that says when the last build began
 */
export async function keepLastBuild(folder, stamp) {
  const begun = Date.parse(await readFile(stamp, 'utf8').catch(() => ''));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const file = join(entry.parentPath, entry.name);
    // Without a date nothing is known of what lies there.
    if (entry.isFile() && !((await stat(file)).mtimeMs >= begun)) await rm(file);
  }
}
