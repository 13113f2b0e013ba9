import type * as Y from 'yjs';
import { exportPdf } from '../../shared/export/exportPdf.ts';
import type { SheetName } from '../../shared/export/sheet.ts';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { createTextEngine, type TextEngine } from '../../shared/text/engine.ts';
import { nodeTextResources } from './resources.ts';

export interface PdfOfMapOptions {
  /** Stands on the pages and in the file, and is "today" for the rules that look at dates: ISO 8601. */
  readonly date: string;
  readonly language?: string;
  readonly sheet?: SheetName;
}

/** One engine a thread: it keeps the fonts it has opened, and what it has shaped. */
let engine: Promise<TextEngine> | null = null;

function sharedEngine(): Promise<TextEngine> {
  engine ??= createTextEngine(nodeTextResources()).catch((error: unknown) => {
    engine = null; // a file that was missing may be there next time
    throw error;
  });
  return engine;
}

/**
 * The PDF of a map, byte for byte the one that a browser makes of it. It keeps a processor busy for tenths of a second:
 * call it in a worker thread where others wait. Rejects when a font cannot be read.
 */
export async function pdfOfMap(doc: Y.Doc, options: PdfOfMapOptions): Promise<Uint8Array> {
  const map = readMap(doc);
  const findings = findGaps(map, options.date.slice(0, 10));
  return exportPdf(map, findings, { ...options, engine: await sharedEngine() });
}
