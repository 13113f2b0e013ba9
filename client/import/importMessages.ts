import type { PlainMap } from '../../shared/export/plainMap.ts';
import type { Mapping, SourceSheet } from '../../shared/import/mapping.ts';
import type { ImportWarning } from '../../shared/import/warnings.ts';

/** What the page asks of the import worker. */
export interface ImportQuestion {
  readonly id: number;
  readonly source: Uint8Array | string;
  readonly mapping: Mapping | null;
  readonly title: string;
}

/** What was understood. Of long sheets, as much as helps to tell the columns. */
export interface Understood {
  readonly sheets: readonly SourceSheet[];
  readonly mapping: Mapping | null;
  readonly result:
    | {
        readonly status: 'imported';
        readonly map: PlainMap;
        readonly json: string;
        readonly warnings: readonly ImportWarning[];
      }
    | { readonly status: 'refused'; readonly reason: string };
}

export type ImportAnswer = { readonly id: number } & (
  | { readonly status: 'read'; readonly understood: Understood }
  | { readonly status: 'failed'; readonly reason: string }
);
