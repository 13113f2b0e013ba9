import { strToU8, type Zippable, zipSync } from 'fflate';

/** A file in a package: text goes in as UTF-8. */
export type PackedFile = readonly [path: string, content: string | Uint8Array];

/** The first day that ZIP knows, in local time as ZIP means it: the same bytes on every machine and on every day. */
const noDay = new Date(1980, 0, 1);

/** Packs files as Office expects its documents. The same files give the same bytes. */
export function zip(files: readonly PackedFile[]): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of files) entries[path] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(entries, { level: 6, mtime: noDay });
}
