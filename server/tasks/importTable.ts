import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import { importFile } from '../../shared/import/importFile.ts';
import type { ImportWarning } from '../../shared/import/warnings.ts';
import { summarize } from '../documents/mapDocument.ts';
import type { MapSummary } from '../storage/storage.ts';

export interface TableFile {
  readonly bytes: Uint8Array;
  readonly title?: string;
}

export type ImportedTable =
  | {
      readonly status: 'imported';
      readonly checkpoint: Uint8Array;
      readonly summary: MapSummary;
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly status: 'refused'; readonly reason: string; readonly columns?: true };

/** A file of any kind that import reads, as the document of a new map, in bytes that can cross from thread to thread. */
export function importTable({ bytes, title }: TableFile): ImportedTable {
  const options = title === undefined ? {} : { title };
  const result = importFile(bytes, { newId: randomUUID, ...options });
  if (result.status === 'refused') return result;
  const { doc, warnings } = result;
  return { status: 'imported', checkpoint: Y.encodeStateAsUpdate(doc), summary: summarize(doc), warnings };
}
