import { type GapRule, goFix } from './rule.ts';
import { listed } from './words.ts';

const PARTS = ['marketing', 'sales', 'service', 'dismissal'] as const;

export const lifecycleIncomplete: GapRule = {
  id: 'lifecycle-incomplete',
  severity: 'low',
  title: 'Part of the journey is missing',
  why: 'Customers judge the whole way, before, during and after the purchase, while companies draw the part they sell in (Lemon and Verhoef, “Understanding Customer Experience Throughout the Customer Journey”, 2016).',
  find({ stages }) {
    const tagged = new Set<string>(stages.map(({ stage }) => stage.lifecycle));
    const missing = PARTS.filter((part) => !tagged.has(part));
    // With fewer tags nobody claims that this map shows the whole way: a hospital draws no marketing.
    const meansTheWholeWay = stages.length >= 3 && missing.length <= PARTS.length - 2;
    const [first] = stages;
    if (!meansTheWholeWay || missing.length === 0 || !first) return [];
    return [
      {
        key: [],
        items: stages.map(({ stage }) => ({ kind: 'stage', id: stage.id })),
        departments: [],
        message: `No stage is tagged ${listed(missing).replace(' and ', ' or ')}.`,
        facts: missing,
        fix: goFix(
          'Tag stages',
          'stage',
          (stages.find(({ stage }) => stage.lifecycle === 'other') ?? first).stage.id,
          'lifecycle',
        ),
      },
    ];
  },
};
