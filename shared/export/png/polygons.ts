import type { PathSegment } from '../scene.ts';

/** Corners as x, y, x, y, ...; the last one joins the first unless it is `open`. */
export interface Polyline {
  readonly points: readonly number[];
  readonly open: boolean;
}

type Segment = PathSegment | readonly ['Q', x1: number, y1: number, x: number, y: number];

/** Pixels by which a polygon may stand off the curve it stands for. */
const tolerance = 0.12;

/** Paths as corners in pixels: page = origin + scale x path. */
export function flatten(
  segments: readonly Segment[],
  place: { readonly x: number; readonly y: number; readonly scaleX: number; readonly scaleY: number },
): Polyline[] {
  const lines: Polyline[] = [];
  let points: number[] = [];
  const finish = (open: boolean) => {
    if (points.length > 2) lines.push({ points, open });
    points = [];
  };
  const at = (x: number, y: number) => [place.x + x * place.scaleX, place.y + y * place.scaleY] as const;
  for (const segment of segments) {
    switch (segment[0]) {
      case 'M':
        finish(true);
        points.push(...at(segment[1], segment[2]));
        break;
      case 'L':
        points.push(...at(segment[1], segment[2]));
        break;
      case 'Q':
        addQuadratic(points, at(segment[1], segment[2]), at(segment[3], segment[4]));
        break;
      case 'C':
        addCubic(points, at(segment[1], segment[2]), at(segment[3], segment[4]), at(segment[5], segment[6]));
        break;
      case 'Z': {
        const [x = 0, y = 0] = points;
        finish(false);
        points = [x, y];
        break;
      }
      default:
        segment satisfies never;
    }
  }
  finish(true);
  return lines;
}

type Corner = readonly [x: number, y: number];

function addQuadratic(points: number[], [x1, y1]: Corner, [x2, y2]: Corner): void {
  const [x0, y0] = points.slice(-2) as [number, number]; // every path begins with a move
  const bend = Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2);
  const pieces = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))));
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const u = 1 - t;
    points.push(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2);
  }
}

function addCubic(points: number[], [x1, y1]: Corner, [x2, y2]: Corner, [x3, y3]: Corner): void {
  const [x0, y0] = points.slice(-2) as [number, number];
  const bend = Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
  const pieces = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)));
  for (let i = 1; i <= pieces; i++) {
    const t = i / pieces;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

export interface Pen {
  readonly width: number;
  readonly dash: readonly number[];
  readonly round: boolean;
}

/**
 * The area that a line of some width covers, as convex pieces that all turn the same way: where they overlap, they cover
 * no more than once.
 */
export function strokeArea(lines: readonly Polyline[], pen: Pen): Polyline[] {
  const area: Polyline[] = [];
  for (const line of lines) {
    const closed = line.open ? line.points : [...line.points, ...line.points.slice(0, 2)];
    for (const points of dashed(closed, pen.dash)) addLine(area, points, pen, !line.open && pen.dash.length === 0);
  }
  return area;
}

function addLine(area: Polyline[], points: readonly number[], { width, round }: Pen, isRing: boolean): void {
  const half = width / 2;
  let before: Corner | null = null;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i, i + 4);
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length < 1e-9) continue;
    const [dx, dy] = [(x1 - x0) / length, (y1 - y0) / length];
    const [nx, ny] = [-dy * half, dx * half];
    area.push({ open: false, points: [x0 - nx, y0 - ny, x1 - nx, y1 - ny, x1 + nx, y1 + ny, x0 + nx, y0 + ny] });
    // Corners that the eye can see are rounded; the many small ones of a curve close by themselves.
    if (before !== null && before[0] * dx + before[1] * dy < 0.97) area.push(disc(x0, y0, half));
    before = [dx, dy];
  }
  const [x = 0, y = 0] = points;
  const [endX = 0, endY = 0] = points.slice(-2);
  if (round) area.push(disc(x, y, half), disc(endX, endY, half));
  else if (isRing) area.push(disc(x, y, half));
}

function disc(x: number, y: number, radius: number): Polyline {
  const corners = Math.max(8, Math.ceil(radius * 4));
  const points: number[] = [];
  for (let i = 0; i < corners; i++) {
    const angle = (i / corners) * 2 * Math.PI;
    points.push(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  return { points, open: false };
}

/** A line as the pieces that are drawn of it. */
function dashed(points: readonly number[], dash: readonly number[]): readonly (readonly number[])[] {
  const period = dash.reduce((sum, length) => sum + length, 0);
  if (!(period > 0.01)) return [points];
  const pieces: number[][] = [];
  let [index, left] = [0, dash[0] ?? 0];
  let piece: number[] = points.slice(0, 2);
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i, i + 4);
    const length = Math.hypot(x1 - x0, y1 - y0);
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done);
      done += step;
      left -= step;
      const [x, y] = [x0 + ((x1 - x0) * done) / length, y0 + ((y1 - y0) * done) / length];
      const isDrawn = index % 2 === 0;
      if (isDrawn) piece.push(x, y);
      if (left > 1e-9) continue;
      if (isDrawn) pieces.push(piece);
      index = (index + 1) % (dash.length % 2 === 0 ? dash.length : dash.length * 2);
      left = dash[index % dash.length] ?? 1;
      piece = [x, y];
    }
  }
  if (index % 2 === 0 && piece.length > 2) pieces.push(piece);
  return pieces;
}
