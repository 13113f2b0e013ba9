import { signed } from '../model/inWords.ts';
import type { Step } from '../model/records.ts';
import { type Feeler, feelersOf, feels } from './feeling.ts';
import type { MapView } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

const WIDE = 2;

export const perceptionGap: GapRule = {
  id: 'perception-gap',
  severity: 'medium',
  title: 'The company believes otherwise',
  why: 'Eighty per cent of companies thought their experience superior, eight per cent of their customers did (Allen and others, Bain, “Closing the Delivery Gap”, 2005).',
  find(view) {
    return view.steps.flatMap((step) => {
      const widest = widestAt(view, step);
      if (!widest || step.belief === null) return [];
      // A moment of truth that goes badly says by itself what the company believes.
      if (step.momentOfTruth && widest.value < 0) return [];
      const who = widest.feeler ? ` for ${named({ title: widest.feeler.name })}` : '';
      return [
        {
          key: [step.id],
          items: [{ kind: 'step', id: step.id }],
          departments: view.lanesAt(step.id).map(({ id }) => id),
          message: `${named(step)} feels ${signed(widest.value)}${who}; the company believes ${signed(step.belief)}.`,
          facts: [widest.value, step.belief, widest.feeler?.id ?? null],
          fix: goFix('Look at the evidence', 'step', step.id, 'evidence'),
        },
      ];
    });
  },
};

/** The feeling farthest from what the company believes, where it is far enough; everyone's first among equals. */
function widestAt(view: MapView, step: Step): { readonly value: number; readonly feeler: Feeler } | null {
  if (step.belief === null || step.emotions.length === 0) return null;
  let widest: { value: number; feeler: Feeler } | null = null;
  for (const feeler of feelersOf(view)) {
    const value = feels(step, feeler);
    if (value === null || Math.abs(value - step.belief) < WIDE) continue;
    if (!widest || Math.abs(value - step.belief) > Math.abs(widest.value - step.belief)) widest = { value, feeler };
  }
  return widest;
}
