import { describe, expect, it } from 'vitest';
import { nextSight, type Sight } from '../../../client/canvas/sight.ts';

const area = (left: number, top: number): Sight => ({ left, top, right: left + 1000, bottom: top + 700 });
const covers = (outer: Sight, inner: Sight) =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;

describe('the part of the map that is in the page', () => {
  it('is what is in sight to begin with, and hardly more', () => {
    const { left, right } = nextSight(null, area(0, 0), 1);
    expect(covers({ left, right, top: 0, bottom: 0 }, { left: 0, right: 1000, top: 0, bottom: 0 })).toBe(true);
    expect(right - left).toBeLessThan(1100);
  });

  it('always holds what is in sight, never much more, and changes now and then while one pans', () => {
    let sight = nextSight(null, area(0, 0), 1);
    let changes = 0;
    for (let frame = 0; frame <= 200; frame++) {
      const seen = area(24 * (frame < 100 ? frame : 200 - frame), 6 * frame);
      const next = nextSight(sight, seen, 1);
      if (next !== sight) changes += 1;
      sight = next;
      expect(covers(sight, seen)).toBe(true);
      expect((sight.right - sight.left) * (sight.bottom - sight.top)).toBeLessThan(2.2 * 1000 * 700);
    }
    expect(changes).toBeLessThan(50);
  });

  it('follows a jump and a change of size without what lies between', () => {
    const sight = nextSight(nextSight(null, area(0, 0), 1), area(9000, 5000), 1);
    expect(covers(sight, area(9000, 5000))).toBe(true);
    expect(sight.left).toBeGreaterThan(8000);
    const closer = { left: 9400, top: 5300, right: 9500, bottom: 5370 };
    const near = nextSight(sight, closer, 1);
    expect(covers(near, closer)).toBe(true);
    expect(near.right - near.left).toBeLessThan(600);
  });
});
