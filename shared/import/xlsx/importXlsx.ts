import { docOfContent, isKnownVersion } from '../content.ts';
import { importTable } from '../csv.ts';
import type { ImportOptions, ImportResult } from '../importResult.ts';
import { tableOfRows } from '../table.ts';
import { WarningList } from '../warnings.ts';
import { readMapSheets, versionOfMapWorkbook } from './readMapSheets.ts';
import { readWorkbook, type WorkbookSheet } from './readWorkbook.ts';

/** An Excel workbook as a map: our own comes back as it was, anybody else's is read as a table. */
export function importXlsx(bytes: Uint8Array, options: ImportOptions): ImportResult {
  const read = readWorkbook(bytes);
  if (read.status === 'refused') return read;
  const version = versionOfMapWorkbook(read.sheets);
  if (version === null) return importForeign(read.sheets, options);
  if (!isKnownVersion(version)) {
    const reason = 'This workbook was exported by a newer Throughline. Update this one, then import it again.';
    return { status: 'refused', reason };
  }
  const warnings = new WarningList();
  const content = readMapSheets(read.sheets, options.newId, warnings);
  const doc = docOfContent(content, { ...options, title: '' }, warnings);
  return { status: 'imported', doc, warnings: warnings.sorted() };
}

/** The sheet whose heading we understand best. */
function importForeign(sheets: readonly WorkbookSheet[], options: ImportOptions): ImportResult {
  const tables = sheets.flatMap(({ rows }) => tableOfRows(textRows(rows)) ?? []);
  const [best] = tables.sort((a, b) => b.heading.known - a.heading.known);
  if (best) return importTable(best, options);
  const empty = sheets.every(({ rows }) => rows.every((row) => row.length === 0));
  const reason = empty
    ? 'This workbook is empty.'
    : 'No sheet of this workbook has a column called Stage, Step, Department or Touchpoint.';
  return empty ? { status: 'refused', reason } : { status: 'refused', reason, columns: true };
}

/** Cells as the texts that a CSV file would have. */
export const textRows = (rows: WorkbookSheet['rows']): string[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell ?? ''))));
