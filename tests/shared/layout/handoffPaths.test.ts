import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { layoutMap } from '../../../shared/layout/layoutMap.ts';
import type { HandoffPath, MapLayout, Point, Rect } from '../../../shared/layout/mapLayout.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { bigMap } from '../../support/bigMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';

const layoutOf = (drawing: string, ...chains: string[]) =>
  layoutMap(readMap(drawMap(drawing, ...chains)), measureInter);
const runsOf = (points: readonly Point[]) => points.slice(1).map((to, i) => [points[i]!, to] as const);

const crosses = ([a, b]: readonly [Point, Point], box: Rect) =>
  Math.max(a.x, b.x) > box.x &&
  Math.min(a.x, b.x) < box.x + box.width &&
  Math.max(a.y, b.y) > box.y &&
  Math.min(a.y, b.y) < box.y + box.height;

function expectSound(layout: MapLayout, path: HandoffPath): void {
  const from = layout.cardById.get(path.from)!;
  const to = layout.cardById.get(path.to)!;
  const [start, end] = [path.points[0]!, path.points.at(-1)!];
  const leavesRight = start.x === from.x + from.width && start.y > from.y && start.y < from.y + from.height;
  const leavesDown = start.y === from.y + from.height && start.x > from.x && start.x < from.x + from.width;
  expect(leavesRight || leavesDown).toBe(true);
  const entersLeft = end.x === to.x && end.y > to.y && end.y < to.y + to.height;
  const entersAbove = end.y === to.y && end.x > to.x && end.x < to.x + to.width;
  expect(entersLeft || entersAbove).toBe(true);
  expect(path.arrow).toEqual({ tip: end, direction: entersLeft ? 'right' : 'down' });
  for (const [a, b] of runsOf(path.points)) expect(a.x === b.x || a.y === b.y).toBe(true);
  for (const { x, y } of path.points) {
    expect(x).toBeGreaterThanOrEqual(path.bounds.x);
    expect(x).toBeLessThanOrEqual(path.bounds.x + path.bounds.width);
    expect(y).toBeGreaterThanOrEqual(path.bounds.y);
    expect(y).toBeLessThanOrEqual(path.bounds.y + path.bounds.height);
  }
  expect(path.path).toMatch(/^M[-\d.]+ [-\d.]+(L[-\d.]+ [-\d.]+|Q[-\d. ]+)+$/);
}

describe('any hand-off', () => {
  it('leads from card edge to card edge and never over a card', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const layout = layoutMap(readMap(doc), measureInter);
        const boxes = [...layout.cards, ...layout.notes];
        for (const path of layout.handoffs) {
          expectSound(layout, path);
          for (const run of runsOf(path.points)) expect(boxes.filter((box) => crosses(run, box))).toEqual([]);
        }
      }),
    );
  });

  it('is drawn exactly when both its ends are on the map, and not the same', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        const map = readMap(doc);
        const layout = layoutMap(map, measureInter);
        const onMap = (id: string | null) => id !== null && layout.cardById.has(id);
        const drawn = map.handoffs.list.filter(({ from, to }) => onMap(from) && onMap(to) && from !== to);
        expect(layout.handoffs.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
      }),
    );
  });

  it('crosses no card among 1,000', () => {
    const layout = layoutMap(readMap(bigMap()), measureInter);
    for (const path of layout.handoffs) {
      expectSound(layout, path);
      const crossed = runsOf(path.points).flatMap((run) => layout.cards.filter((box) => crosses(run, box)));
      expect(crossed).toEqual([]);
    }
  });
});

describe('the way of a hand-off', () => {
  const corners = (layout: MapLayout, id: string) => layout.handoffById.get(id)!.points.length - 2;

  it('is straight to the next card of the lane', () => {
    expect(corners(layoutOf('| s: a | b \n l | x | y', 'x > y'), 'x:y')).toBe(0);
  });
  it('is straight over empty cells, not over a full one', () => {
    expect(corners(layoutOf('| s: a | b | c \n l | x | | y', 'x > y'), 'x:y')).toBe(0);
    expect(corners(layoutOf('| s: a | b | c \n l | x | z | y', 'x > y'), 'x:y')).toBeGreaterThan(0);
  });
  it('is straight down to the next lane, and to the next card of the cell', () => {
    expect(corners(layoutOf('| s: a \n l | x \n m | y', 'x > y'), 'x:y')).toBe(0);
    expect(corners(layoutOf('| s: a \n l | x, y', 'x > y'), 'x:y')).toBe(0);
  });
  it('bends twice into the next column', () => {
    expect(corners(layoutOf('| s: a | b \n l | x | \n m | | y', 'x > y'), 'x:y')).toBe(2);
  });
  it('leads around when it leads back', () => {
    const back = layoutOf('| s: a | b \n l | x | y', 'y > x').handoffById.get('y:x')!;
    expect(back.points[0]!.y).toBeLessThan(back.points[1]!.y);
    expect(back.arrow.direction).toBe('right');
  });
  it('goes beside the cards within one cell, up as well as past a card', () => {
    const layout = layoutOf('| s: a \n l | x, y, z', 'x > z', 'z > x');
    expect(corners(layout, 'x:z')).toBe(3);
    expect(corners(layout, 'z:x')).toBe(3);
  });
});

describe('hand-offs side by side', () => {
  it('have tracks of their own in one gutter', () => {
    const layout = layoutOf('| s: a | b \n l | x | \n m | y | \n n | | z, w', 'x > z', 'y > w');
    const [one, other] = layout.handoffs.map(({ points }) => points[1]!.x);
    expect(Math.abs(one! - other!)).toBeGreaterThanOrEqual(3);
  });
  it('share a track where they do not meet', () => {
    const layout = layoutOf('| s: a | b \n l | x | \n m | | y \n n | z | \n o | | w', 'x > y', 'z > w');
    const [one, other] = layout.handoffs.map(({ points }) => points[1]!.x);
    expect(one).toBe(other);
  });
  it('leave and enter at different points of a side, in the order of their ends', () => {
    const layout = layoutOf('| s: a | b \n l | | up \n m | x | mid \n n | | down', 'x > up', 'x > mid', 'x > down');
    const at = (id: string) => layout.handoffById.get(id)!.points[0]!.y;
    expect(at('x:up')).toBeLessThan(at('x:mid'));
    expect(at('x:mid')).toBeLessThan(at('x:down'));
    expect(layout.handoffById.get('x:mid')!.points).toHaveLength(2);
  });
});

describe('the mark of a gap', () => {
  it('lies on its line, or beside one that is too short', () => {
    fc.assert(
      fc.property(arbitraryMap, (doc) => {
        for (const { points, label } of layoutMap(readMap(doc), measureInter).handoffs) {
          const near = runsOf(points).some(
            ([a, b]) =>
              label.x >= Math.min(a.x, b.x) - 12 &&
              label.x <= Math.max(a.x, b.x) + 12 &&
              label.y >= Math.min(a.y, b.y) - 12 &&
              label.y <= Math.max(a.y, b.y) + 12,
          );
          expect(near).toBe(true);
        }
      }),
    );
  });
  it('covers no other where there is room', () => {
    const layout = layoutOf('| s: a | b \n l | x | \n m | y | \n n | | z, w', 'x > z', 'y > w');
    const [one, other] = layout.handoffs.map(({ label }) => label);
    expect(Math.hypot(one!.x - other!.x, one!.y - other!.y)).toBeGreaterThan(18);
  });
});
