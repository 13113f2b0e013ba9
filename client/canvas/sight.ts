import { COLUMN_WIDTH } from '../../shared/layout/sizes.ts';

/** A part of the content. */
export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What stands at a place reaches so far beyond it: marks, pins, names, the end of a piece of a hand-off. */
export const REACH = 24;

/**
 * The part of the map that is in the page, when so much of it is in sight. While that stays inside the same part,
 * nothing comes or goes; where it leaves it, a column's width more is taken on that side, so that panning makes a
 * few cards now and then, before they are seen, and never one at a time. To begin with, it is just what is in sight.
 *
 * @param scale how much smaller than at reading size everything is
 */
export function nextSight(kept: Sight | null, area: Sight, scale: number): Sight {
  const [reach, ahead] = [REACH / scale, COLUMN_WIDTH / scale];
  const needed = grown(area, reach);
  // Far from where it was, or at another size: what lies between is nobody's concern.
  if (!kept || !contains(grown(kept, ahead), needed) || !contains(grown(needed, 3 * ahead), kept)) return needed;
  if (contains(kept, area)) return kept;
  const less = (edge: number, was: number) => (edge < was ? edge - ahead : Math.max(was, edge - ahead));
  const more = (edge: number, was: number) => (edge > was ? edge + ahead : Math.min(was, edge + ahead));
  return {
    left: less(needed.left, kept.left),
    top: less(needed.top, kept.top),
    right: more(needed.right, kept.right),
    bottom: more(needed.bottom, kept.bottom),
  };
}

const grown = ({ left, top, right, bottom }: Sight, by: number): Sight => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

const contains = (outer: Sight, inner: Sight): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right && outer.bottom >= inner.bottom;
