import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * A database file that may be deleted, moved or replaced while it is open: SQLite does not notice, and all it stores
 * from then on is gone when the server ends. Open it after SQLite has, and close it after: closing any handle of a file
 * gives up every lock this process has on it.
 */
export function watchFile(file: string): { throwIfGone(): void; close(): void } {
  const handle = openSync(file, 'r');
  const { dev, ino } = fstatSync(handle, { bigint: true });
  const isOurs = (there: FileNumbers) => there.dev === dev && there.ino === ino;
  // Not every kind of disk tells files apart by number.
  const hasNumbers = isOurs(numbersOf(file) ?? NOWHERE);
  return {
    throwIfGone() {
      const there = numbersOf(file);
      if (there && (!hasNumbers || isOurs(there))) return;
      throw new Error(`the database ${resolve(file)} was ${there ? 'replaced by another' : 'deleted or moved away'}`);
    },
    close: () => closeSync(handle),
  };
}

interface FileNumbers {
  readonly dev: bigint;
  readonly ino: bigint;
}

const NOWHERE: FileNumbers = { dev: -1n, ino: -1n };

/** Null where there is no file, or none that one may ask about. */
function numbersOf(file: string): FileNumbers | null {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
