import { expect, it } from 'vitest';
import type { Canvas } from '../../../client/canvas/canvasContext.ts';
import { moveBy } from '../../../client/canvas/moveCards.ts';
import { aLayout } from './aLayout.ts';

/** What moving these cards by so many columns and lanes runs: `x, y -> step/lane`. */
function movesOf(touchpoints: readonly string[], ids: readonly string[], columns: number, lanes: number): string[] {
  const { map, layout } = aLayout(...touchpoints);
  const moves: string[] = [];
  const run = (_: unknown, { ids, place }: { ids: string[]; place: { step: string; lane: string } }) =>
    moves.push(`${ids.join(', ')} -> ${place.step}/${place.lane}`);
  // Moving asks for no more of a canvas than this.
  const canvas = { map: () => map, layout: () => layout, session: { run } } as unknown as Canvas;
  const items = ids.map((id) => ({ kind: 'touchpoint', id }) as const);
  moveBy(canvas, items, columns, lanes);
  return moves;
}

it('what was apart stays apart', () => {
  expect(movesOf(['x @ a1/shop', 'y @ a2/shop'], ['x', 'y'], 1, 0)).toEqual(['x -> a2/shop', 'y -> b1/shop']);
});

it('a card that stops at the edge is not put below one that comes into its cell', () => {
  const touchpoints = ['x @ a1/shop', 'y @ a2/shop'];
  expect(movesOf(touchpoints, ['y', 'x'], -1, 0)).toEqual(['y -> a1/shop']);
  expect(movesOf(touchpoints, ['x', 'y'], -1, 0)).toEqual(['y -> a1/shop']);
});
