import type * as Y from 'yjs';
import type { ImportWarning } from './warnings.ts';

export interface ImportOptions {
  readonly newId: () => string;
  /** The title of the map where the file has none. */
  readonly title?: string;
  /** Makes the same file with the same ids the same document, byte for byte. */
  readonly clientId?: number;
}

export type ImportResult =
  | { readonly status: 'imported'; readonly doc: Y.Doc; readonly warnings: readonly ImportWarning[] }
  /** `reason` is a sentence. `columns`: it may be a table; what its columns mean is for people to say. */
  | { readonly status: 'refused'; readonly reason: string; readonly columns?: true };
