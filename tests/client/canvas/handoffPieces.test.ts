import { expect, it } from 'vitest';
import { DASH_LENGTH, piecesIn, SQUARE } from '../../../client/canvas/handoffPieces.ts';
import { REACH } from '../../../client/canvas/sight.ts';
import { boundsOf, directionOf, roundedPath } from '../../../shared/layout/linePath.ts';
import type { HandoffPath, Point } from '../../../shared/layout/mapLayout.ts';
import { idOf } from '../../../shared/model/ids.ts';

function handoff(id: string, points: readonly Point[]): HandoffPath {
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (!before || !tip) throw new Error('A line has two ends');
  return {
    id: idOf(id),
    from: idOf('a'),
    to: idOf('b'),
    points,
    path: roundedPath(points),
    arrow: { tip, direction: directionOf(before, tip) },
    label: tip,
    bounds: boundsOf(points),
  };
}

/** Down, far to the left over the beginning of the map, up, and on to the right. */
const back = handoff('back', [
  { x: 1700, y: 100.5 },
  { x: 1703, y: 100.5 },
  { x: 1703, y: 907 },
  { x: -650, y: 907 },
  { x: -650, y: 31 },
  { x: -600, y: 31 },
]);
const EVERYTHING = { left: -5000, top: -5000, right: 5000, bottom: 5000 };
const numbersOf = (path: string) => path.match(/-?[\d.]+/g)?.map(Number) ?? [];
const strokesOf = (path: string) => path.split(/(?=M)/).map(numbersOf);

it('is the whole line, in pieces that stay in their squares but for a dash', () => {
  const squares = piecesIn([back], new Set(), EVERYTHING);
  expect(squares.length).toBeGreaterThan(10);
  const strokes = squares.flatMap(({ key, lines }) => {
    const [column = 0, row = 0] = key.split('/').map(Number);
    for (const numbers of strokesOf(lines)) {
      const [xs, ys] = [numbers.filter((_, i) => i % 2 === 0), numbers.filter((_, i) => i % 2 === 1)];
      for (const [values, square] of [
        [xs, column],
        [ys, row],
      ] as const) {
        expect(Math.min(...values)).toBeGreaterThan(square * SQUARE - 2 * DASH_LENGTH);
        expect(Math.max(...values)).toBeLessThan((square + 1) * SQUARE + 2 * DASH_LENGTH);
      }
    }
    return strokesOf(lines);
  });
  // From piece to piece: each begins where, but for the overlap, another ends.
  let [x = 0, y = 0] = numbersOf(back.path);
  for (let left = strokes.length; left > 0; left--) {
    const next = strokes.findIndex(([fromX = 0, fromY = 0]) => Math.hypot(fromX - x, fromY - y) < 0.6);
    expect(next).not.toBe(-1);
    [x = 0, y = 0] = strokes.splice(next, 1)[0]?.slice(-2) ?? [];
  }
  expect([x, y]).toEqual(numbersOf(back.path).slice(-2));
  expect(squares.filter(({ arrows }) => arrows)).toHaveLength(1);
});

it('stays in its squares wherever on the map it lies, also along an edge and with a corner on one', () => {
  for (let by = 0; by < SQUARE; by += 0.5) {
    const moved = handoff(
      'moved',
      back.points.map(({ x, y }) => ({ x: x + by, y: y + by })),
    );
    const farthest = piecesIn([moved], new Set(), EVERYTHING).flatMap(({ key, lines }) => {
      const corner = key.split('/').map((at) => Number(at) * SQUARE);
      return numbersOf(lines).map((value, i) => Math.abs(value - (corner[i % 2] ?? 0) - SQUARE / 2) - SQUARE / 2);
    });
    expect(Math.max(...farthest), `${by} px on`).toBeLessThan(REACH);
  }
});

it('has a square look the same whatever else is in sight', () => {
  const all = piecesIn([back], new Set(['back']), EVERYTHING);
  const some = piecesIn([back], new Set(['back']), { left: 500, top: 800, right: 900, bottom: 1000 });
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length);
  for (const square of some) expect(all).toContainEqual(square);
  expect(some.every(({ lines, broken }) => lines === '' && broken !== '')).toBe(true);
});
