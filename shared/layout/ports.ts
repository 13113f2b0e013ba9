import type { Slot } from './grid.ts';
import type { Rect } from './mapLayout.ts';
import type { Route } from './routes.ts';
import { PORT_SPACING, PORT_Y } from './sizes.ts';

/** Where on their cards a hand-off begins and ends, along the side it uses: y on left and right, x on top and bottom. */
export interface Ports {
  readonly from: number;
  readonly to: number;
}

interface End {
  readonly route: number;
  readonly end: 'from' | 'to';
  /** Where the other end is, along this side: ends are put in this order, so that lines do not cross at the card. */
  readonly towards: number;
  readonly straight: boolean;
}

type Side = Route['exit'] | Route['entry'];
const SIDES: readonly Side[] = ['right', 'bottom', 'left', 'top'];

/** No end comes nearer than this to a corner of its card. */
const CORNER = 9;

/** Spreads the ends that share a side of a card, by position in `routes`. */
export function portsOf(routes: readonly Route[]): readonly Ports[] {
  const sides = new Map<number, { box: Rect; side: Side; ends: End[] }>();
  const add = ({ box, ordinal }: Slot, side: Side, end: End) => {
    const key = ordinal * SIDES.length + SIDES.indexOf(side);
    const known = sides.get(key);
    if (known) known.ends.push(end);
    else sides.set(key, { box, side, ends: [end] });
  };
  for (const [route, { from, to, exit, entry, gutters }] of routes.entries()) {
    const straight = gutters.length === 0;
    const [a, b] = [from.box, to.box];
    add(from, exit, { route, end: 'from', towards: exit === 'right' ? b.y : b.x, straight });
    add(to, entry, { route, end: 'to', towards: entry === 'left' ? a.y : a.x, straight });
  }
  const ports = routes.map(() => ({ from: 0, to: 0 }));
  for (const { box, side, ends } of sides.values()) {
    for (const { route, end, at } of spread(box, side, ends)) {
      const port = ports[route];
      if (port) port[end] = at;
    }
  }
  return ports;
}

/**
 * A straight hand-off keeps the middle, at both ends, or it would not be straight; the others stand on either side
 * of it. At most one is straight: a second between the same two cards is moved aside and gets a bend.
 */
function spread(box: Rect, side: Side, ends: readonly End[]) {
  const upright = side === 'left' || side === 'right';
  const middle = upright ? box.y + PORT_Y : box.x + box.width / 2;
  const roomBefore = middle - (upright ? box.y : box.x) - CORNER;
  const roomAfter = (upright ? box.y + box.height : box.x + box.width) - CORNER - middle;
  const sorted = ends.length > 1 ? [...ends].sort((a, b) => a.towards - b.towards || a.route - b.route) : ends;
  const straight = sorted.findIndex((end) => end.straight);
  const centre = straight < 0 ? (sorted.length - 1) / 2 : straight;
  const before = Math.min(PORT_SPACING, centre > 0 ? roomBefore / centre : PORT_SPACING);
  const after = sorted.length - 1 - centre;
  const later = Math.min(PORT_SPACING, after > 0 ? roomAfter / after : PORT_SPACING);
  return sorted.map(({ route, end }, index) => {
    const offset = index - centre;
    return { route, end, at: middle + offset * (offset < 0 ? before : later) };
  });
}
