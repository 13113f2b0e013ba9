import { signed } from '../model/inWords.ts';
import { worstAt } from './feeling.ts';
import { initiativeFix } from './initiativeFix.ts';
import type { GapRule } from './rule.ts';
import { named } from './words.ts';

export const badMomentOfTruth: GapRule = {
  id: 'bad-moment-of-truth',
  severity: 'high',
  title: 'Moment of truth goes badly',
  why: 'In a moment of truth the customer decides what the company is worth (Carlzon, “Moments of Truth”, 1987).',
  find(view) {
    return view.steps.flatMap((step) => {
      const worst = step.momentOfTruth ? worstAt(view, step) : null;
      if (!worst || worst.value >= 0) return [];
      const who = worst.feeler ? ` to ${named({ title: worst.feeler.name })}` : '';
      const differs = step.belief !== null && step.belief > worst.value;
      const belief = differs ? `; the company believes ${signed(step.belief ?? 0)}` : '';
      return [
        {
          key: [step.id],
          items: [{ kind: 'step', id: step.id }],
          departments: view.lanesAt(step.id).map(({ id }) => id),
          message: `${named(step)} is a moment of truth and feels ${signed(worst.value)}${who}${belief}.`,
          facts: [worst.value, worst.feeler?.id ?? null],
          fix: initiativeFix(`Turn ${named(step)} around`),
        },
      ];
    });
  },
};
