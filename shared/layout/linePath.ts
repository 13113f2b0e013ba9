import { pathNumber } from './curve.ts';
import { itemAt } from './itemAt.ts';
import type { Direction, Point, Rect } from './mapLayout.ts';
import { ARROW_LENGTH, ARROW_WIDTH, CORNER_RADIUS } from './sizes.ts';

const xy = (x: number, y: number) => `${pathNumber(x)} ${pathNumber(y)}`;

/** An SVG path along corners, rounded; it ends inside the arrow, so that a thick line does not show before its tip. */
export function roundedPath(points: readonly Point[]): string {
  const [start] = points;
  if (!start) return '';
  let path = `M${xy(start.x, start.y)}`;
  for (let i = 1; i < points.length; i++) {
    const corner = itemAt(points, i);
    const before = itemAt(points, i - 1);
    const after = points[i + 1];
    const length = distance(before, corner);
    if (!after) {
      const short = Math.max(0, length - ARROW_LENGTH / 2);
      path += `L${towards(before, corner, short, length)}`;
      break;
    }
    const next = distance(corner, after);
    const radius = Math.min(CORNER_RADIUS, length / 2, next / 2);
    path += `L${towards(corner, before, radius, length)}Q${xy(corner.x, corner.y)} ${towards(corner, after, radius, next)}`;
  }
  return path;
}

/** Runs are horizontal or vertical, so one of the two differences is zero. */
const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

function towards(from: Point, to: Point, by: number, length: number): string {
  const part = length === 0 ? 0 : by / length;
  return xy(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
}

/** Where a run of a line leads. */
export function directionOf(from: Point, to: Point): Direction {
  if (from.y === to.y) return to.x >= from.x ? 'right' : 'left';
  return to.y > from.y ? 'down' : 'up';
}

/** The three corners of an arrow head, tip first. */
export function arrowHead({ tip, direction }: { readonly tip: Point; readonly direction: Direction }): Point[] {
  const half = ARROW_WIDTH / 2;
  const { x, y } = tip;
  const back = direction === 'right' || direction === 'down' ? -ARROW_LENGTH : ARROW_LENGTH;
  return direction === 'right' || direction === 'left'
    ? [tip, { x: x + back, y: y - half }, { x: x + back, y: y + half }]
    : [tip, { x: x - half, y: y + back }, { x: x + half, y: y + back }];
}

/** The rectangle around a line and its arrow. */
export function boundsOf(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  const margin = ARROW_WIDTH / 2;
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}
