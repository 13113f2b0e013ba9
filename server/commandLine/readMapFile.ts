import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type * as Y from 'yjs';
import { importFile } from '../../shared/import/importFile.ts';
import { CommandFailed } from './command.ts';

/** Reads a file of any kind that import knows, as a map named after it where it has no title; what was not understood goes to `tell`, row by row. */
export async function readMapFile(file: string, tell: (text: string) => void): Promise<Y.Doc> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandFailed(`${file} cannot be read: ${reasonOf(error)}.`);
  });
  const title = basename(file, extname(file));
  // Counted, not random: the same file gives the same ids each time, so results of two days can be compared.
  let last = 0;
  const result = importFile(bytes, { newId: () => `item-${++last}`, title, clientId: 1 });
  if (result.status === 'refused') throw new CommandFailed(`${file}: ${result.reason}`);
  for (const { row, message } of result.warnings) tell(`${file}, row ${row}: ${message}`);
  return result.doc;
}

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const words: Record<string, string> = {
    ENOENT: 'there is no such file or folder',
    EISDIR: 'it is a folder',
    EACCES: 'access is denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a part of its path is no folder',
  };
  return words[code] ?? (error instanceof Error ? error.message : String(error));
}
