import type { PathItem, PathSegment, Stroke } from './scene.ts';

interface Paint {
  readonly fill?: string;
  readonly stroke?: Stroke;
}

/** How far the control points of a quarter circle stand out, as a share of the radius. */
const arc = 0.5523;

/** A circle around a point, as four curves. */
export function circle(x: number, y: number, radius: number, paint: Paint): PathItem {
  const c = radius * arc;
  const segments: PathSegment[] = [
    ['M', x - radius, y],
    ['C', x - radius, y - c, x - c, y - radius, x, y - radius],
    ['C', x + c, y - radius, x + radius, y - c, x + radius, y],
    ['C', x + radius, y + c, x + c, y + radius, x, y + radius],
    ['C', x - c, y + radius, x - radius, y + c, x - radius, y],
    ['Z'],
  ];
  return { kind: 'path', segments, ...paint };
}

/** A straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): PathItem {
  return {
    kind: 'path',
    segments: [
      ['M', x1, y1],
      ['L', x2, y2],
    ],
    stroke,
  };
}

/** A closed shape through these corners. */
export function polygon(points: readonly { readonly x: number; readonly y: number }[], paint: Paint): PathItem {
  const corners = points.map(({ x, y }, i): PathSegment => [i === 0 ? 'M' : 'L', x, y]);
  return { kind: 'path', segments: [...corners, ['Z']], ...paint };
}

/** A star of five points: a moment of truth. */
export function star(x: number, y: number, radius: number, fill: string): PathItem {
  const points = Array.from({ length: 10 }, (_, i) => {
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    const reach = i % 2 === 0 ? radius : radius * 0.45;
    return { x: x + Math.cos(angle) * reach, y: y + Math.sin(angle) * reach };
  });
  return polygon(points, { fill });
}
