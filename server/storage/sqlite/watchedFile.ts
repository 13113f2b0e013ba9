import { closeSync, existsSync, fstatSync, openSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A database file that may be deleted or moved while it is open: SQLite does not notice, and all it stores from then on
 * is gone when the server ends. Open it after SQLite has, and close it after: closing any handle of a file gives up
 * every lock this process has on it.
 */
export function watchFile(file: string): { throwIfGone(): void; close(): void } {
  const handle = openSync(file, 'r');
  const isLinked = () => fstatSync(handle).nlink > 0;
  // Not every kind of disk counts the names of a file.
  const countsNames = isLinked();
  return {
    throwIfGone() {
      if (existsSync(file) && (!countsNames || isLinked())) return;
      throw new Error(`the database ${resolve(file)} was deleted or moved away`);
    },
    close: () => closeSync(handle),
  };
}
