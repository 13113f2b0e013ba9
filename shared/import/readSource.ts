import { sheetsOfText } from './csv.ts';
import { decodeTable } from './decode.ts';
import { isZip, looksLikeJson, refuseBytes } from './fileKinds.ts';
import { importText } from './importFile.ts';
import { importMapped } from './importMapped.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { guessMapping, type Mapping, type SourceSheet } from './mapping.ts';
import { isMermaidJourney } from './mermaid.ts';
import { refuseFile } from './refuseFile.ts';
import { importXlsx, sourceSheets } from './xlsx/importXlsx.ts';
import { versionOfMapWorkbook } from './xlsx/readMapSheets.ts';
import { readWorkbook } from './xlsx/readWorkbook.ts';

export interface ReadSource {
  /** Empty where the file says itself what it holds: a map of ours, a Mermaid journey. */
  readonly sheets: readonly SourceSheet[];
  readonly mapping: Mapping | null;
  readonly result: ImportResult;
}

/**
 * Reads what somebody chose or pasted, as far as it can be understood without asking. A table comes with its sheets and
 * with what its rows and columns were taken for, so that people can say otherwise and have it read again.
 */
export function readSource(source: Uint8Array | string, asked: Mapping | null, options: ImportOptions): ReadSource {
  const alone = (result: ImportResult): ReadSource => ({ sheets: [], mapping: null, result });
  const mapped = (sheets: readonly SourceSheet[]): ReadSource => {
    const mapping = asked ?? guessMapping(sheets);
    return { sheets, mapping, result: importMapped(sheets, mapping, options) };
  };
  if (typeof source !== 'string') {
    const reason = refuseBytes(source);
    if (reason !== null) return alone({ status: 'refused', reason });
    if (isZip(source)) {
      const read = readWorkbook(source);
      if (read.status === 'refused') return alone(read);
      if (versionOfMapWorkbook(read.sheets) !== null) return alone(importXlsx(source, options));
      const sheets = sourceSheets(read.sheets);
      return sheets.length === 0 ? alone({ status: 'refused', reason: 'This workbook is empty.' }) : mapped(sheets);
    }
  }
  const text = typeof source === 'string' ? source : decodeTable(source);
  if (looksLikeJson(text) || isMermaidJourney(text)) return alone(importText(text, options));
  const refused = refuseFile(text);
  return refused === null ? mapped(sheetsOfText(text)) : alone({ status: 'refused', reason: refused });
}
