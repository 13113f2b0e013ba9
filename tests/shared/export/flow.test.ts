import { expect, it } from 'vitest';
import { type Block, flow, flowHeight, pageCount } from '../../../shared/export/flow.ts';
import type { SceneItem } from '../../../shared/export/scene.ts';

const columns = { x: 0, count: 3, width: 100, gap: 10 };
const block = (name: string, height: number, keepWithNext = false): Block => ({
  height,
  keepWithNext,
  draw: (x, y): SceneItem[] => [{ kind: 'anchor', name, x, y }],
});
const placesOf = (blocks: readonly Block[], bottom: number) =>
  flow(blocks, columns, { top: 0, bottom }).map((page) =>
    page.map((item) => (item.kind === 'anchor' ? `${item.name} ${item.x / 110} ${item.y}` : '')),
  );

it('keeps a heading with what follows it, even in columns lower than the two', () => {
  const blocks = [block('heading', 30, true), block('one', 30), block('two', 30)];
  expect(placesOf(blocks, flowHeight(blocks, columns, 200))).toEqual([['heading 0 0', 'one 0 30', 'two 1 0']]);
});

it('fills pages, and spreads what is left over the columns of the last one', () => {
  const blocks = Array.from({ length: 12 }, (_, i) => block(`${i}`, 40));
  const [first, last] = placesOf(blocks, 120);
  expect(first).toHaveLength(9);
  expect(last).toEqual(['9 0 0', '10 1 0', '11 2 0']);
  expect(pageCount(blocks, columns, 120)).toBe(2);
});
