import { COLUMN_NAMES } from './columnNames.ts';

export type Column = keyof typeof COLUMN_NAMES;
// The keys of the names, in their order.
export const COLUMNS = Object.keys(COLUMN_NAMES) as readonly Column[];

const byName = new Map<string, Column>(
  (Object.entries(COLUMN_NAMES) as [Column, readonly string[]][]).flatMap(([column, names]) =>
    names.map((name) => [name, column] as const),
  ),
);

/** Columns that make a table a map: at least one of them must be there. */
const ESSENTIAL: ReadonlySet<Column> = new Set(['stage', 'step', 'department', 'touchpoint']);

/** The row that names the columns. */
export interface Heading {
  /** Index of the row in the file. */
  readonly index: number;
  readonly cells: readonly string[];
  /** What each column means; null where the name says nothing to us or is there a second time. */
  readonly columns: readonly (Column | null)[];
  readonly known: number;
}

/** The heading among the first rows: people put a title or a date above it. Null when there is none. */
export function headingOf(rows: readonly (readonly string[])[]): Heading | null {
  const headings = rows.map(readHeading);
  const first = headings.find((heading) => heading.cells.some((cell) => cell.trim() !== ''));
  if (first && isHeading(first, 1)) return first;
  return headings.find((heading) => isHeading(heading, 2)) ?? null;
}

/** A row as the heading, whatever it says. */
export const headingAt = (rows: readonly (readonly string[])[], index: number): Heading =>
  readHeading(rows[index] ?? [], index);

const isHeading = ({ columns, known }: Heading, least: number) =>
  known >= least && columns.some((column) => column !== null && ESSENTIAL.has(column));

function readHeading(cells: readonly string[], index: number): Heading {
  const seen = new Set<Column>();
  const columns = cells.map((cell) => {
    const column = byName.get(plainName(cell));
    if (!column || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  return { index, cells, columns, known: seen.size };
}

/** A name without case, spaces and signs. */
export const plainName = (cell: string) =>
  cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
