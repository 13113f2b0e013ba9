import { EVERYONE, emotionOf } from '../model/emotion.ts';
import { outlineOf } from '../model/outline.ts';
import type { Persona, Step } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** How one kind of customer feels at each step, in the order of the journey; null where nobody said. */
export interface EmotionLine {
  /** Null stands for everyone. */
  readonly persona: Persona | null;
  readonly values: readonly (number | null)[];
  /** The worst of it, the first among equals; null while nothing is rated. */
  readonly lowest: { readonly step: Step; readonly value: number } | null;
}

/** A line for everyone, where anybody rated for everyone, and one for every persona. */
export function emotionLines(map: MapSnapshot): readonly EmotionLine[] {
  const { steps } = outlineOf(map);
  const lines = [null, ...map.personas.list].map((persona) => lineOf(steps, persona));
  return lines.filter(({ persona, values }) => persona !== null || values.some((value) => value !== null));
}

function lineOf(steps: readonly Step[], persona: Persona | null): EmotionLine {
  const values = steps.map((step) => emotionOf(step, persona?.id ?? EVERYONE));
  const rated = steps.flatMap((step, index) => {
    const value = values[index] ?? null;
    return value === null ? [] : [{ step, value }];
  });
  return {
    persona,
    values,
    lowest: rated.reduce<EmotionLine['lowest']>((low, at) => (low && low.value <= at.value ? low : at), null),
  };
}
