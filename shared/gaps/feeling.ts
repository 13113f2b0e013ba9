import { EVERYONE, emotionOf } from '../model/emotion.ts';
import type { Persona, Step } from '../model/records.ts';
import type { MapView } from './mapView.ts';

/** One who feels: everyone, or a persona with ratings of their own. */
export type Feeler = Persona | null;

/** Everyone first, then the personas of the map: rules name a persona only where everyone feels otherwise. */
export const feelersOf = ({ map }: MapView): readonly Feeler[] => [null, ...map.personas.list];

/** How somebody feels at a step; null when nobody said. */
export const feels = (step: Step, feeler: Feeler): number | null => emotionOf(step, feeler?.id ?? EVERYONE);

/** The lowest emotion at a step, and whose it is; null when nobody said anything. Everyone comes first among equals. */
export function worstAt(view: MapView, step: Step): { readonly value: number; readonly feeler: Feeler } | null {
  let worst: { value: number; feeler: Feeler } | null = null;
  if (step.emotions.length === 0) return null;
  for (const feeler of feelersOf(view)) {
    const value = feels(step, feeler);
    if (value !== null && (worst === null || value < worst.value)) worst = { value, feeler };
  }
  return worst;
}
