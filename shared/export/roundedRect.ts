import type { PathSegment, Rect } from './scene.ts';

/** How far the control points of a quarter circle stand out, as a share of the radius. */
const arc = 0.5523;

/** A rectangle as a path, for painters that know only paths. */
export function rectSegments({ x, y, width, height, radius = 0 }: Rect & { readonly radius?: number }): PathSegment[] {
  const r = Math.min(radius, width / 2, height / 2);
  const [right, bottom] = [x + width, y + height];
  if (r <= 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const c = r * (1 - arc);
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - c, y, right, y + c, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - c, right - c, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + c, bottom, x, bottom - c, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + c, x + c, y, x + r, y],
    ['Z'],
  ];
}
