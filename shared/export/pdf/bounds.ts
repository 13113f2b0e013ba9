import type { SceneItem, View } from '../scene.ts';
import type { ToPage } from './contentStream.ts';

/** Left, bottom, right and top of shapes on the page, or undefined without any. Good enough for "where is this picture". */
export function itemsBox(
  items: readonly SceneItem[],
  place: ToPage,
): readonly [left: number, bottom: number, right: number, top: number] | undefined {
  const points = items.flatMap(corners).map(([x, y]) => place(x, y));
  if (points.length === 0) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function corners(item: SceneItem): [number, number][] {
  switch (item.kind) {
    case 'rect':
    case 'link':
      return [
        [item.x, item.y],
        [item.x + item.width, item.y + item.height],
      ];
    case 'path':
      // Control points bound the curve they steer.
      return item.segments.flatMap(([, ...numbers]) => pairs(numbers));
    case 'text':
      return item.lines.flatMap(({ x, y, line }): [number, number][] => [
        [x, y - item.size],
        [x + line.width, y],
      ]);
    case 'group':
      return item.items.flatMap(corners).map((corner) => onPage(corner, item.view));
    case 'anchor':
      return [];
    default:
      return item satisfies never;
  }
}

const onPage = ([x, y]: [number, number], view: View | undefined): [number, number] =>
  view === undefined ? [x, y] : [view.x + x * view.scale, view.y + y * view.scale];

function pairs(numbers: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
  return points;
}
