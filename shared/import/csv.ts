import { newMapDoc } from '../model/mapDoc.ts';
import { cleanTitle } from './cells.ts';
import type { Column } from './columns.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { linkHandoffs } from './linkHandoffs.ts';
import { readRows } from './readRows.ts';
import { refuseFile, refuseHeading } from './refuseFile.ts';
import { anyTable, parseTable, type Table } from './table.ts';
import { WarningList } from './warnings.ts';
import { warnOfColumns } from './warnOfColumns.ts';
import { writeDraft } from './writeDraft.ts';

/** A CSV file as a map; see `importTable`. */
export function importCsv(text: string, options: ImportOptions): ImportResult {
  const refused = refuseFile(text);
  if (refused) return { status: 'refused', reason: refused };
  const table = parseTable(text);
  if (table) return importTable(table, options);
  const reason = refuseHeading(text);
  // Prose has no columns that anybody could explain.
  const isTable = anyTable(text).some((row) => row.length > 1);
  return isTable ? { status: 'refused', reason, columns: true } : { status: 'refused', reason };
}

/**
 * A table as a map: one row is one touchpoint, a row without department a step alone. What cannot be understood is
 * kept in words where that is possible and listed row by row; nothing in a cell is ever computed.
 */
export function importTable(table: Table, { newId, title, clientId }: ImportOptions): ImportResult {
  const warnings = new WarningList();
  warnOfColumns(table.heading, warnings);
  const { draft, handoffCells } = readRows(table, warnings);
  if (draft.stages.length + draft.lanes.length === 0) {
    return { status: 'refused', reason: 'This table has a heading and no rows below it.' };
  }
  const columns = { handsOffTo: columnName(table, 'handsOffTo'), information: columnName(table, 'information') };
  draft.handoffs.push(...linkHandoffs(handoffCells, draft.touchpoints, columns, warnings));
  for (const index of table.oddQuotes) {
    const message =
      'A quotation mark is not closed in this row. It was read as an ordinary character; check the cells.';
    warnings.add(index + 1, null, '', message);
  }
  const doc = newMapDoc(cleanTitle(title ?? '') || 'Imported map', clientId);
  writeDraft(doc, draft, newId);
  return { status: 'imported', doc, warnings: warnings.sorted() };
}

/** A column as the file calls it. */
const columnName = ({ heading }: Table, column: Column): string =>
  cleanTitle(heading.cells[heading.columns.indexOf(column)] ?? '');
