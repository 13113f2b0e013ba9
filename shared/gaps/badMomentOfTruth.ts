import { worstAt } from './feeling.ts';
import { initiativeFix } from './initiativeFix.ts';
import type { GapRule } from './rule.ts';
import { distinct, named, signed } from './words.ts';

export const badMomentOfTruth: GapRule = {
  id: 'bad-moment-of-truth',
  severity: 'high',
  title: 'Moment of truth goes badly',
  why: 'In the few moments that decide whether a customer stays, one bad experience outweighs many good ones (Carlzon, “Moments of Truth”).',
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
          departments: distinct(view.touchpointsAt(step.id).map(({ department }) => department.id)),
          message: `${named(step)} is a moment of truth and feels ${signed(worst.value)}${who}${belief}.`,
          fix: initiativeFix(`Turn ${named(step)} around`),
        },
      ];
    });
  },
};
