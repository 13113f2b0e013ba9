import { docOfContent, isKnownVersion } from '../content.ts';
import { importMapped } from '../importMapped.ts';
import type { ImportOptions, ImportResult } from '../importResult.ts';
import { guessMapping, isEnough, type SourceSheet } from '../mapping.ts';
import { WarningList } from '../warnings.ts';
import { readMapSheets, versionOfMapWorkbook } from './readMapSheets.ts';
import { type CellRange, readWorkbook, type WorkbookCell, type WorkbookSheet } from './readWorkbook.ts';

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

/** The sheet that we understand best. */
function importForeign(read: readonly WorkbookSheet[], options: ImportOptions): ImportResult {
  const sheets = sourceSheets(read);
  if (sheets.length === 0) return { status: 'refused', reason: 'This workbook is empty.' };
  const mapping = guessMapping(sheets);
  if (isEnough(mapping)) return importMapped(sheets, mapping, options);
  const reason = 'No sheet of this workbook has a column or a row called Stage, Step, Department or Touchpoint.';
  return { status: 'refused', reason, columns: true };
}

/** The sheets that hold something, with cells as the texts that a CSV file would have. */
export function sourceSheets(sheets: readonly WorkbookSheet[]): readonly SourceSheet[] {
  let left = MOST_FILLED;
  return sheets.flatMap(({ name, rows, hidden, merges, uncomputed }): SourceSheet[] => {
    const texts = rows.map((row) => row.map(textOf));
    for (const merge of merges) left -= fillDown(texts, merge, left);
    if (texts.every((row) => row.every((cell) => cell === ''))) return [];
    const troubles = uncomputed.map(({ row, column }) => ({ row: row + 1, message: notComputed(column) }));
    return [{ name, rows: texts, troubles, ...(hidden ? { hidden } : {}) }];
  });
}

/** A file of a few kilobytes can say that every column is merged from the top to the end. */
const MOST_FILLED = 1_000_000;

const textOf = (cell: WorkbookCell): string => (typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell ?? ''));

/** What is merged over several rows belongs to each of them. Answers how many cells that took, at most about `most`. */
function fillDown(texts: string[][], { top, bottom, left }: CellRange, most: number): number {
  const text = texts[top]?.[left] ?? '';
  if (text === '') return 0;
  let taken = 0;
  for (let row = top + 1; row <= Math.min(bottom, texts.length - 1) && taken < most; row++) {
    const cells = texts[row];
    if (cells === undefined) continue;
    taken += Math.max(1, left + 1 - cells.length);
    while (cells.length <= left) cells.push('');
    cells[left] = text;
  }
  return taken;
}

const notComputed = (column: string) =>
  `The formula in column ${column} has no result in this file, or an error for one. Open it in a spreadsheet, mend and save it, and import it again.`;
