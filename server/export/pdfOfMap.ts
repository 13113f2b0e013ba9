import type * as Y from 'yjs';
import type { PageOptions } from '../../shared/export/options.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { exportOfMap } from './exportOfMap.ts';

/** The PDF of a document. `date` is "today" for the rules that look at dates, too. */
export const pdfOfMap = (doc: Y.Doc, options: PageOptions): Promise<Uint8Array> =>
  exportOfMap(readMap(doc), { ...options, format: 'pdf' });
