import { counted } from '../model/inWords.ts';
import { groupBy } from './mapView.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, distinct, listed } from './words.ts';

const MOST_TOUCHPOINTS = 12;
const MOST_DEPARTMENTS = 2;

export const ownerOverloaded: GapRule = {
  id: 'owner-overloaded',
  severity: 'low',
  title: 'One person owns too much',
  why: 'Whoever works on more than a few things at once loses most of the time to changing between them (Wheelwright and Clark, “Revolutionizing Product Development”, 1992).',
  find(view) {
    const owned = view.touchpoints.filter((placed) => placed.owner !== null && !view.isOutside(placed.department));
    return [...groupBy(owned, ({ owner }) => owner)].flatMap(([owner, touchpoints]) => {
      const lanes = distinct(touchpoints.map((placed) => placed.department));
      if (!owner || (touchpoints.length <= MOST_TOUCHPOINTS && lanes.length <= MOST_DEPARTMENTS)) return [];
      return [
        {
          key: [owner.id],
          items: [
            { kind: 'person', id: owner.id },
            ...touchpoints.map(({ touchpoint }) => ({ kind: 'touchpoint', id: touchpoint.id }) as const),
          ],
          departments: lanes.map(({ id }) => id),
          message: `${owner.name} owns ${counted(touchpoints.length, 'touchpoint')} in ${listed(lanes.map(department))}.`,
          facts: [touchpoints.length, ...lanes.map(({ id }) => id).sort()],
          fix: goFix('Share them out', 'person', owner.id, 'touchpoints'),
        },
      ];
    });
  },
};
