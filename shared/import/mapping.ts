import { type Column, headingOf } from './columns.ts';

/** A sheet somebody else wrote: which of its columns mean what is for people to say. */
export interface SourceSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Which sheet is read, where its heading stands, and what its columns mean; null is "nothing we know". */
export interface Mapping {
  readonly sheet: number;
  readonly headingRow: number;
  readonly columns: readonly (Column | null)[];
}

/** Where a heading may stand. */
const LOOK_AT = 20;

/** The sheet whose heading is understood best; without any, the fullest one and its first row that has words. */
export function guessMapping(sheets: readonly SourceSheet[]): Mapping {
  const found = sheets.map(({ rows }, sheet) => ({ sheet, rows, heading: headingOf(rows.slice(0, LOOK_AT)) }));
  const [best] = found.sort(
    (a, b) => (b.heading?.known ?? 0) - (a.heading?.known ?? 0) || b.rows.length - a.rows.length,
  );
  if (best === undefined) return { sheet: 0, headingRow: 0, columns: [] };
  if (best.heading) return { sheet: best.sheet, headingRow: best.heading.index, columns: best.heading.columns };
  const headingRow = Math.max(
    0,
    best.rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 1),
  );
  const width = Math.max(0, ...best.rows.slice(0, LOOK_AT).map((row) => row.length));
  return { sheet: best.sheet, headingRow, columns: Array.from({ length: width }, () => null) };
}

/** The mapping of another sheet, guessed anew. */
export function mappingOfSheet(sheets: readonly SourceSheet[], sheet: number): Mapping {
  const only = sheets[sheet];
  return only === undefined ? { sheet, headingRow: 0, columns: [] } : { ...guessMapping([only]), sheet };
}
