import { isMature, wholeJourney } from './mature.ts';
import { type GapRule, goFix } from './rule.ts';

export const noMoney: GapRule = {
  id: 'no-money',
  severity: 'low',
  title: 'Nothing says what this is worth',
  why: 'Keeping a few more customers is worth more than most savings, which nobody sees until it is counted (Reichheld and Sasser, “Zero Defections”, 1990).',
  find(view) {
    const { map, touchpoints } = view;
    const counted =
      touchpoints.some(({ touchpoint: { costEach, moneyEach } }) => costEach !== null || moneyEach !== null) ||
      map.metrics.list.some(({ kind }) => kind === 'financial') ||
      map.initiatives.list.some(({ expectedValue }) => expectedValue !== null) ||
      map.personas.list.some(({ costToServe }) => costToServe !== null);
    const [first] = touchpoints.filter(({ department }) => !view.isOutside(department));
    // Money is asked for when there is something to weigh with it: numbers on the map, or plans.
    const isDue = map.metrics.list.length > 0 || map.initiatives.list.length > 0;
    if (counted || !first || !isDue || !isMature(view)) return [];
    return [
      {
        key: [],
        items: wholeJourney(view),
        departments: [],
        message: 'Nothing on this map says what the journey costs or what is lost with a customer.',
        facts: [],
        fix: goFix('Set money at stake', 'touchpoint', first.touchpoint.id, 'moneyEach'),
      },
    ];
  },
};
