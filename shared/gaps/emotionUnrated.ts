import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const emotionUnrated: GapRule = {
  id: 'emotion-unrated',
  severity: 'low',
  title: 'Nobody said how this feels',
  why: 'Experience is what the customer feels at every point of contact; what was never asked cannot be improved (Meyer and Schwager, “Understanding Customer Experience”, 2007).',
  find({ customerSteps, lanesAt }) {
    const steps = customerSteps.filter(({ title }) => title.trim() !== '');
    const unrated = steps.filter(({ emotions }) => emotions.length === 0);
    // Until most steps are rated, the team is still at it.
    if (unrated.length * 2 >= steps.length) return [];
    return unrated.map((step) => ({
      key: [step.id],
      items: [{ kind: 'step', id: step.id }],
      departments: lanesAt(step.id).map(({ id }) => id),
      message: `${named(step)} has no emotion.`,
      facts: [],
      fix: goFix('Rate it', 'step', step.id, 'emotions'),
    }));
  },
};
