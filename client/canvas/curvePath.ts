import { smoothPath } from '../../shared/layout/curve.ts';
import type { ColumnBox, EmotionCurve, Point } from '../../shared/layout/mapLayout.ts';

/** A curve with one of its points elsewhere: what it would be if the point were dropped there. */
export function curvePath(
  columns: readonly ColumnBox[],
  curve: EmotionCurve,
  moved: { readonly step: string; readonly y: number },
): string {
  const points = new Map<string, Point>(curve.points.map((point) => [point.step, point]));
  const runs: Point[][] = [[]];
  for (const { step, x, width } of columns) {
    if (!step) continue;
    const point = step === moved.step ? { x: x + width / 2, y: moved.y } : points.get(step);
    if (point) runs.at(-1)?.push(point);
    else runs.push([]);
  }
  return runs.map(smoothPath).join('');
}
