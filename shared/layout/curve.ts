import { itemAt } from './itemAt.ts';
import type { Point } from './mapLayout.ts';

/** A number in an SVG path: a tenth of a pixel is finer than any painter shows. */
export const pathNumber = (value: number): number => Math.round(value * 10) / 10;

/**
 * A smooth path through points that go from left to right. Between two points it stays between their heights, so a
 * curve of emotions never shows a feeling better or worse than anybody gave.
 *
 * Monotone cubic interpolation with the tangents of M. Steffen, "A simple method for monotonic interpolation in one
 * dimension", Astronomy and Astrophysics 239 (1990), written as Bézier curves.
 */
export function smoothPath(points: readonly Point[]): string {
  const [start] = points;
  if (!start) return '';
  const slopes = tangentsOf(points);
  let path = `M${pathNumber(start.x)} ${pathNumber(start.y)}`;
  for (let i = 1; i < points.length; i++) {
    const a = itemAt(points, i - 1);
    const b = itemAt(points, i);
    const third = (b.x - a.x) / 3;
    const out = `${pathNumber(a.x + third)} ${pathNumber(a.y + third * (slopes[i - 1] ?? 0))}`;
    const into = `${pathNumber(b.x - third)} ${pathNumber(b.y - third * (slopes[i] ?? 0))}`;
    path += `C${out} ${into} ${pathNumber(b.x)} ${pathNumber(b.y)}`;
  }
  return path;
}

function tangentsOf(points: readonly Point[]): number[] {
  const runs = points.slice(1).map((point, i) => {
    const before = itemAt(points, i);
    const width = point.x - before.x;
    return { width, slope: (point.y - before.y) / width };
  });
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) return points.map(() => 0);
  const inner = runs.slice(1).map((right, i) => {
    const left = itemAt(runs, i);
    if (left.slope * right.slope <= 0) return 0;
    const mean = (left.slope * right.width + right.slope * left.width) / (left.width + right.width);
    const limit = Math.min(Math.abs(left.slope), Math.abs(right.slope), Math.abs(mean) / 2);
    return 2 * Math.sign(mean) * limit;
  });
  // At its ends a curve leaves along what it does next, at most one and a half times as steep as the straight line.
  const before = (3 * first.slope - (inner[0] ?? first.slope)) / 2;
  const after = (3 * last.slope - (inner.at(-1) ?? last.slope)) / 2;
  return [before, ...inner, after];
}
