import { EVERYONE, emotionOf } from '../model/emotion.ts';
import type { Persona, Step, Touchpoint } from '../model/records.ts';
import { type MapSnapshot, tableWith } from '../model/snapshot.ts';

/**
 * The map as one persona lives through it: what they feel is what everyone feels, and of the customers a month only
 * their share comes. Rules and sums that are put to it answer for this persona alone; ids stay what they are.
 */
export function personaLens(map: MapSnapshot, persona: Persona): MapSnapshot {
  const share = persona.share === null ? 1 : persona.share / 100;
  return {
    ...map,
    personas: tableWith([persona], new Map([[persona.id, persona]]), new Map(), 0),
    steps: changed(map.steps, (step: Step) => ({
      ...step,
      emotions: feelingOf(step, persona),
      evidence: backing(step, persona),
    })),
    touchpoints:
      share === 1
        ? map.touchpoints
        : changed(map.touchpoints, (touchpoint: Touchpoint) =>
            touchpoint.customersPerMonth === null
              ? touchpoint
              : { ...touchpoint, customersPerMonth: touchpoint.customersPerMonth * share },
          ),
  };
}

function feelingOf(step: Step, { id }: Persona): Step['emotions'] {
  const value = emotionOf(step, id);
  return value === null ? [] : [{ persona: EVERYONE, value }];
}

/** What backs it for them; where nobody said, what backs it for everyone. */
function backing(step: Step, { id }: Persona): Step['evidence'] {
  const of = (feeler: string) => step.evidence.find(({ persona }) => persona === feeler)?.kinds;
  const kinds = of(id) ?? of(EVERYONE);
  return kinds ? [{ persona: EVERYONE, kinds }] : [];
}

function changed<T extends { readonly id: string }>(
  table: { readonly list: readonly T[]; readonly removed: ReadonlyMap<string, T>; readonly skipped: number },
  change: (item: T) => T,
) {
  const list = table.list.map(change);
  return tableWith(list, new Map(list.map((item) => [item.id, item])), table.removed, table.skipped);
}
