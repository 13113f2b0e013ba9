import { signed } from '../model/inWords.ts';
import { worstAt } from './feeling.ts';
import { firstWorkOf } from './firstWork.ts';
import { initiativeFix } from './initiativeFix.ts';
import type { GapRule } from './rule.ts';
import { named } from './words.ts';

export const badEnding: GapRule = {
  id: 'bad-ending',
  severity: 'medium',
  title: 'It ends badly',
  why: 'What is remembered of an experience is its peak and its end (Kahneman, Fredrickson, Schreiber and Redelmeier, “When More Pain Is Preferred to Less”, 1993).',
  find(view) {
    const lived = new Set(view.customerSteps);
    const end = view.customerSteps.at(-1);
    const begin = firstWorkOf(view);
    return view.stages.flatMap(({ stage, steps }) => {
      // What the company does behind the scenes is no ending the customer lives through.
      const last = steps.findLast((step) => lived.has(step));
      const worst = last ? worstAt(view, last) : null;
      if (!last || !worst || worst.value >= 0 || view.outline.stepIndex(last.id) < begin) return [];
      // A moment of truth that goes badly is a gap of its own, at the same step for the same feeling.
      if (last.momentOfTruth && last !== end) return [];
      const who = worst.feeler ? ` for ${named({ title: worst.feeler.name })}` : '';
      const what = last === end ? 'The journey' : `The stage ${named(stage)}`;
      return [
        {
          // Named after the stage, whose end it is: a step added behind the last one is another ending of the same stage.
          key: [stage.id],
          items: [
            { kind: 'step', id: last.id },
            { kind: 'stage', id: stage.id },
          ],
          departments: view.lanesAt(last.id).map(({ id }) => id),
          message: `${what} ends at ${signed(worst.value)}${who}, with ${named(last)}.`,
          facts: [worst.value, worst.feeler?.id ?? null],
          fix: initiativeFix(`A better end: ${named(last)}`),
        },
      ];
    });
  },
};
