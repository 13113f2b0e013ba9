import { beforeEach, expect, it } from 'vitest';
import type { Canvas } from '../../../client/canvas/canvasContext.ts';
import { resetSize, resizeBy, type Sized } from '../../../client/canvas/resizeHeader.ts';
import { useView } from '../../../client/canvas/viewStore.ts';
import type { ItemChange } from '../../../shared/commands/changeItems.ts';
import { aLayout } from './aLayout.ts';

const step: Sized = { kind: 'step', id: 'a1' };

function aCanvas() {
  const { map, layout } = aLayout();
  const ran: ItemChange[] = [];
  const run = (_: unknown, change: ItemChange) => ran.push(change);
  // Resizing asks for no more of a canvas than this.
  return { canvas: { map: () => map, layout: () => layout, session: { run } } as unknown as Canvas, ran };
}

beforeEach(() => useView.getState().select([]));

it('several selected become as wide together, what is not selected by itself', () => {
  const { canvas, ran } = aCanvas();
  useView.getState().select([step, { kind: 'step', id: 'b1' }]);
  expect(resizeBy(canvas, step, 1)).toBe(true);
  expect(resizeBy(canvas, { kind: 'step', id: 'a2' }, 1)).toBe(true);
  expect(ran.map(({ ids }) => ids)).toEqual([['a1', 'b1'], ['a2']]);
});

it('what nobody made larger is not made as large as usual: there would be nothing to undo', () => {
  const { canvas, ran } = aCanvas();
  resetSize(canvas, step);
  resetSize(canvas, { kind: 'lane', id: 'shop' });
  expect(resizeBy(canvas, step, -1)).toBe(false);
  expect(ran).toEqual([]);
});
