import { itemAt } from './itemAt.ts';
import type { ColumnBox } from './mapLayout.ts';

/** Where the last column ends. */
export function endOf(columns: readonly ColumnBox[]): number {
  const last = columns.at(-1);
  return last ? last.x + last.width : 0;
}

/** The number of the column at `x`, also of the first before all and of one more than there are behind all. */
export function columnAt(columns: readonly ColumnBox[], x: number): number {
  let [low, high] = [0, columns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const column = itemAt(columns, middle);
    if (column.x + column.width <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
