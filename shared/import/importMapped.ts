import { newMapDoc } from '../model/mapDoc.ts';
import { readCanvas } from './canvas/readCanvas.ts';
import { cleanTitle } from './cells.ts';
import type { Column } from './columns.ts';
import type { Draft } from './draft.ts';
import type { ImportOptions, ImportResult } from './importResult.ts';
import { linkHandoffs } from './linkHandoffs.ts';
import { keepLongTexts } from './longTexts.ts';
import { shortenTitles } from './longTitles.ts';
import { type ColumnsMapping, isEnough, type Mapping, type RowsMapping, type SourceSheet } from './mapping.ts';
import { readRows } from './readRows.ts';
import type { Table } from './table.ts';
import { WarningList } from './warnings.ts';
import { warnOfColumns } from './warnOfColumns.ts';
import { writeDraft } from './writeDraft.ts';

/**
 * A sheet as a map, by what its rows and columns mean. What cannot be understood is kept in words where that is possible
 * and listed row by row; nothing in a cell is ever computed.
 */
export function importMapped(
  sheets: readonly SourceSheet[],
  mapping: Mapping,
  { newId, title, clientId }: ImportOptions,
): ImportResult {
  if (!isEnough(mapping)) return { status: 'refused', reason: notEnough[mapping.layout] };
  const sheet: SourceSheet = sheets[mapping.sheet] ?? { name: '', rows: [] };
  const warnings = new WarningList();
  const draft =
    mapping.layout === 'rows' ? draftOfRows(sheet, mapping, warnings) : draftOfColumns(sheet, mapping, warnings);
  if (draft.stages.length + draft.lanes.length === 0) return { status: 'refused', reason: nothing[mapping.layout] };
  for (const { row, message } of sheet.troubles ?? []) warnings.add(row, null, '', message);
  shortenTitles(draft, warnings);
  keepLongTexts(draft, warnings);
  const doc = newMapDoc(cleanTitle(title ?? '') || 'Imported map', clientId);
  writeDraft(doc, draft, newId);
  return { status: 'imported', doc, warnings: warnings.sorted() };
}

const notEnough = {
  rows: 'Say at least which column holds the stage, the step, the department or the touchpoint.',
  columns: 'Say at least which row holds the stages or the steps.',
} as const;
const nothing = {
  rows: 'This table has a heading and no rows below it.',
  columns: 'The columns of this sheet are empty.',
} as const;

/** One row is one touchpoint, a row without department a step alone. */
function draftOfRows({ rows, oddQuotes = [] }: SourceSheet, mapping: RowsMapping, warnings: WarningList): Draft {
  const { headingRow: index, columns } = mapping;
  const known = columns.filter((column) => column !== null).length;
  const table: Table = { heading: { index, cells: rows[index] ?? [], columns, known }, rows };
  warnOfColumns(table.heading, warnings);
  const { draft, handoffCells } = readRows(table, warnings);
  const names = { handsOffTo: columnName(table, 'handsOffTo'), information: columnName(table, 'information') };
  draft.handoffs.push(...linkHandoffs(handoffCells, draft.touchpoints, names, warnings));
  for (const odd of oddQuotes) {
    const message =
      'A quotation mark is not closed in this row. It was read as an ordinary character; check the cells.';
    warnings.add(odd + 1, null, '', message);
  }
  return draft;
}

const draftOfColumns = ({ rows }: SourceSheet, mapping: ColumnsMapping, warnings: WarningList): Draft =>
  readCanvas(rows, mapping, warnings);

/** A column as the file calls it. */
const columnName = ({ heading }: Table, column: Column): string =>
  cleanTitle(heading.cells[heading.columns.indexOf(column)] ?? '');
