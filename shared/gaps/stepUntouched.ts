import { signed } from '../model/inWords.ts';
import { worstAt } from './feeling.ts';
import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const stepUntouched: GapRule = {
  id: 'step-untouched',
  severity: 'low',
  title: 'No department is with the customer here',
  why: 'Where the customer acts and nobody of the company does, either somebody was forgotten on the map or the customer was (Bitner, Ostrom and Morgan, “Service Blueprinting”, 2008).',
  find(view) {
    const touched = view.steps.map((step) => view.touchpointsAt(step.id).length > 0);
    const [first, last] = [touched.indexOf(true), touched.lastIndexOf(true)];
    return view.steps.flatMap((step, index) => {
      if (touched[index] || first < 0 || step.title.trim() === '') return [];
      // What sets the journey off, before anybody can have been there.
      if (index === 0 && !step.momentOfTruth) return [];
      const worst = worstAt(view, step);
      // What customers do alone and gladly is theirs. What nobody rated may be a step just added, unless work goes on around it.
      const matters = worst ? worst.value < 0 || step.momentOfTruth : first < index && index < last;
      if (!matters) return [];
      const feels = worst && worst.value < 0 ? `, and it feels ${signed(worst.value)}` : '';
      return [
        {
          key: [step.id],
          items: [{ kind: 'step', id: step.id }],
          departments: [],
          message: `No department has a touchpoint at ${named(step)}${feels}.`,
          facts: [worst?.value ?? null],
          fix: goFix('Add touchpoint', 'step', step.id, 'touchpoints'),
        },
      ];
    });
  },
};
