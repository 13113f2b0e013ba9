import type { Step } from '../model/records.ts';
import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const feedbackOnly: GapRule = {
  id: 'feedback-only',
  severity: 'low',
  title: 'Only feedback behind the emotion',
  why: 'People say more about why they act than they can know; what they do tells the rest (Nisbett and Wilson, “Telling More Than We Can Know”, 1977).',
  find(view) {
    return view.steps.filter(restsOnFeedback).map((step) => ({
      key: [step.id],
      items: [{ kind: 'step', id: step.id }],
      departments: view.lanesAt(step.id).map(({ id }) => id),
      message: `The emotion at ${named(step)} rests on what customers say; nothing shows what they do.`,
      facts: [],
      fix: goFix('Add behaviour', 'step', step.id, 'evidence'),
    }));
  },
};

function restsOnFeedback({ emotions, evidence }: Step): boolean {
  const kinds = evidence.flatMap((entry) => entry.kinds);
  return emotions.length > 0 && kinds.includes('feedback') && !kinds.includes('behaviour');
}
