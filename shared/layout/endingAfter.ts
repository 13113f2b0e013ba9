import { itemAt } from './itemAt.ts';

/**
 * The number of the first box that ends behind `at`, as many as there are where none does.
 *
 * @param boxes one behind the other along an axis
 * @param endOf where on that axis a box ends
 */
export function firstEndingAfter<Box>(boxes: readonly Box[], at: number, endOf: (box: Box) => number): number {
  let [low, high] = [0, boxes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(itemAt(boxes, middle)) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
