import { EVERYONE, emotionOf } from '../model/emotion.ts';
import type { Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { smoothPath } from './curve.ts';
import type { BeliefCurve, ColumnBox, EmotionCurve, EmotionPoint, EmotionRow } from './mapLayout.ts';
import { reuse, reuseItems } from './share.ts';
import { EMOTION_DEGREE, EMOTION_ROW_HEIGHT } from './sizes.ts';

const ZERO_Y = EMOTION_ROW_HEIGHT / 2;

/** Height of an emotion in content coordinates: the row begins at 0, good is up. */
export const emotionY = (value: number): number => ZERO_Y - value * EMOTION_DEGREE;

/** The curves above the lanes. */
export function emotionRow(
  map: MapSnapshot,
  columns: readonly ColumnBox[],
  previous: EmotionRow | undefined,
): EmotionRow {
  const steps = stepsOf(map, columns);
  const rated = new Set<string>(steps.flatMap(({ step }) => step.emotions.map((emotion) => emotion.persona)));
  const feelers = [EVERYONE, ...map.personas.list.map((persona) => persona.id)] as const;
  const curves = feelers
    .filter((persona) => rated.has(persona))
    .map((persona): EmotionCurve => {
      const before = previous?.curves.find((curve) => curve.persona === persona);
      const isOwn = (step: Step) => step.emotions.some((emotion) => emotion.persona === persona);
      return reuse(before, { persona, ...curveOf(steps, (step) => emotionOf(step, persona), isOwn, before) });
    });
  const belief = curveOf(
    steps,
    (step) => step.belief,
    () => true,
    previous?.belief ?? undefined,
  );
  return reuse(previous, {
    y: 0,
    height: EMOTION_ROW_HEIGHT,
    zeroY: ZERO_Y,
    curves: reuseItems(previous?.curves, curves, (curve) => curve.persona),
    belief: belief.points.length > 0 ? reuse(previous?.belief ?? undefined, belief) : null,
  });
}

interface PlacedStep {
  readonly step: Step;
  readonly x: number;
}

function stepsOf(map: MapSnapshot, columns: readonly ColumnBox[]): PlacedStep[] {
  return columns.flatMap((column) => {
    const step = column.step && map.steps.get(column.step);
    return step ? [{ step, x: column.x + column.width / 2 }] : [];
  });
}

/** A stage without steps does not interrupt a curve; a step that nobody rated does. */
function curveOf(
  steps: readonly PlacedStep[],
  feelingOf: (step: Step) => number | null,
  isOwn: (step: Step) => boolean,
  before: BeliefCurve | undefined,
): BeliefCurve {
  const runs: EmotionPoint[][] = [[]];
  for (const { step, x } of steps) {
    const value = feelingOf(step);
    if (value === null) runs.push([]);
    else runs.at(-1)?.push({ step: step.id, x, y: emotionY(value), value, own: isOwn(step) });
  }
  const points = reuseItems(before?.points, runs.flat(), (point) => point.step);
  return { points, path: runs.map(smoothPath).join('') };
}
