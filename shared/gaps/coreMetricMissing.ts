import { CORE_WORDS } from './coreWords.ts';
import { wholeJourney } from './mature.ts';
import { type GapRule, goFix } from './rule.ts';
import { listed } from './words.ts';

const ENOUGH_TO_JUDGE = 3;

export const coreMetricMissing: GapRule = {
  id: 'core-metric-missing',
  severity: 'low',
  title: 'A core number is missing',
  why: 'Whether the company wins, keeps and earns from its customers shows in the end whether the journey works (Gupta and Lehmann, “Managing Customers as Investments”, 2005).',
  find(view) {
    const { map, stages } = view;
    const measured = map.metrics.list.filter(({ values }) => values.length > 0);
    // Asked of teams that keep numbers; the others hear first that stages are not measured.
    if (measured.length < ENOUGH_TO_JUDGE) return [];
    const missing = CORE_WORDS.filter(([, words]) => !map.metrics.list.some(({ title }) => words.test(title))).map(
      ([name]) => name,
    );
    const [first] = stages;
    if (missing.length === 0 || !first) return [];
    return [
      {
        key: [],
        items: wholeJourney(view),
        departments: [],
        message: `${listed(missing).replace(/^./, (letter) => letter.toUpperCase())} ${missing.length > 1 ? 'are' : 'is'} not measured anywhere.`,
        facts: missing,
        fix: goFix('Add metric', 'stage', first.stage.id, 'metrics'),
      },
    ];
  },
};
