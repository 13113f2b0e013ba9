import { canvasAt, findCanvas } from './canvas/findCanvas.ts';
import type { RowMeaning } from './canvas/rowMeaning.ts';
import { type Column, headingAt, headingOf } from './columns.ts';

/** A sheet somebody else wrote: which of its rows and columns mean what is for people to say. */
export interface SourceSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Whoever made the workbook keeps it out of sight. */
  readonly hidden?: true;
  /** Indexes of rows where a quotation mark is not closed. */
  readonly oddQuotes?: readonly number[];
  /** What reading the sheet itself could not make out. */
  readonly troubles?: readonly { readonly row: number; readonly message: string }[];
}

/** Which sheet is read, and what stands where on it; null is "nothing we know". */
export type Mapping = RowsMapping | ColumnsMapping;

/** A list: one row a touchpoint, below a row that names the columns. */
export interface RowsMapping {
  readonly layout: 'rows';
  readonly sheet: number;
  readonly headingRow: number;
  readonly columns: readonly (Column | null)[];
}

/** A drawn journey: one column a step, with the names of the rows at the left. */
export interface ColumnsMapping {
  readonly layout: 'columns';
  readonly sheet: number;
  readonly labelColumn: number;
  readonly rows: readonly (RowMeaning | null)[];
}

/** Where a heading may stand. */
const LOOK_AT = 20;

/** The sheet that is understood best, those in sight first; without any, the fullest one and its first row of words. */
export function guessMapping(sheets: readonly SourceSheet[]): Mapping {
  const found = sheets.map(({ rows, hidden }, sheet) => {
    const heading = headingOf(rows.slice(0, LOOK_AT));
    const canvas = findCanvas(rows);
    const known = Math.max(heading?.known ?? 0, canvas?.known ?? 0);
    return { sheet, rows, heading, canvas, known, isSeen: hidden ? 0 : 1 };
  });
  const rank = (a: number, b: number) => b - a;
  const [best] = found.sort(
    (a, b) =>
      rank(Math.min(a.known, 1) * a.isSeen, Math.min(b.known, 1) * b.isSeen) ||
      rank(a.known, b.known) ||
      rank(a.isSeen, b.isSeen) ||
      rank(a.rows.length, b.rows.length),
  );
  if (best === undefined) return { layout: 'rows', sheet: 0, headingRow: 0, columns: [] };
  const { sheet, heading, canvas } = best;
  if (canvas && canvas.known > (heading?.known ?? 0)) {
    return { layout: 'columns', sheet, labelColumn: canvas.labelColumn, rows: canvas.rows };
  }
  if (heading) return { layout: 'rows', sheet, headingRow: heading.index, columns: heading.columns };
  return rowsMapping(sheets, sheet, firstWords(best.rows));
}

/** The mapping of another sheet, guessed anew. */
export function mappingOfSheet(sheets: readonly SourceSheet[], sheet: number): Mapping {
  const only = sheets[sheet];
  return only === undefined
    ? { layout: 'rows', sheet, headingRow: 0, columns: [] }
    : { ...guessMapping([only]), sheet };
}

/** A sheet as a list below a row that somebody chose; by itself, below the one that looks most like a heading. */
export function rowsMapping(sheets: readonly SourceSheet[], sheet: number, headingRow?: number): RowsMapping {
  const rows = sheets[sheet]?.rows ?? [];
  const at = headingRow ?? headingOf(rows.slice(0, LOOK_AT))?.index ?? firstWords(rows);
  const { columns } = headingAt(rows, at);
  const width = Math.max(0, ...rows.slice(0, LOOK_AT).map((row) => row.length));
  return {
    layout: 'rows',
    sheet,
    headingRow: at,
    columns: Array.from({ length: Math.max(width, columns.length) }, (_, index) => columns[index] ?? null),
  };
}

/** A sheet as a drawn journey, with its labels in a column that somebody chose, or where they look most like labels. */
export function columnsMapping(sheets: readonly SourceSheet[], sheet: number, labelColumn?: number): ColumnsMapping {
  const rows = sheets[sheet]?.rows ?? [];
  const found = labelColumn === undefined ? (findCanvas(rows) ?? canvasAt(rows, 0)) : canvasAt(rows, labelColumn);
  return { layout: 'columns', sheet, labelColumn: found.labelColumn, rows: found.rows };
}

const firstWords = (rows: SourceSheet['rows']): number =>
  Math.max(
    0,
    rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1),
  );

/** Whether something of it can be read: a list needs a column that makes it a map, a drawn journey stages or steps. */
export const isEnough = (mapping: Mapping): boolean =>
  mapping.layout === 'columns'
    ? mapping.rows.some((meaning) => meaning === 'stage' || meaning === 'step')
    : mapping.columns.some(
        (column) => column === 'stage' || column === 'step' || column === 'department' || column === 'touchpoint',
      );
