import { firstEndingAfter } from './endingAfter.ts';
import type { ColumnBox } from './mapLayout.ts';

/** Where the last column ends. */
export function endOf(columns: readonly ColumnBox[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : 0;
}

/** The number of the column at `x`, also of the first before all and of one more than there are behind all. */
export const columnAt = (columns: readonly ColumnBox[], x: number): number =>
  firstEndingAfter(columns, x, (column) => column.x + column.width);
