import type { ColumnBox, EmotionCurve } from '../../shared/layout/mapLayout.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import type { StepId } from '../../shared/model/ids.ts';

interface PlacedPoint {
  readonly step: StepId;
  readonly persona: EmotionCurve['persona'];
  readonly x: number;
  /** Null where nobody rated yet. */
  readonly value: number | null;
  readonly main: boolean;
}

/**
 * The points of all curves, and one for everyone where the main curve has none. Step by step, so that a rating that
 * comes or goes moves no other point: an element that is moved in the page loses the focus.
 */
export function emotionPoints(columns: readonly ColumnBox[], curves: readonly EmotionCurve[]): PlacedPoint[] {
  const byStep = curves.map(({ points }) => new Map(points.map((point) => [point.step, point])));
  return columns.flatMap(({ step, x: left, width }) => {
    if (!step) return [];
    const x = left + width / 2;
    const rated = curves.flatMap(({ persona }, index): PlacedPoint[] => {
      const point = byStep[index]?.get(step);
      return point?.own ? [{ step, persona, x, value: point.value, main: index === 0 }] : [];
    });
    if (byStep[0]?.has(step)) return rated;
    return [{ step, persona: EVERYONE, x, value: null, main: true }, ...rated];
  });
}
