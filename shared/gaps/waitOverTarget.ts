import { departmentsOf, itemsOf } from './links.ts';
import { type GapRule, goFix } from './rule.ts';
import { hours, named } from './words.ts';

export const waitOverTarget: GapRule = {
  id: 'wait-over-target',
  severity: 'medium',
  title: 'It takes longer than agreed',
  why: 'Satisfaction is what one perceives less what one expected: a wait longer than was promised disappoints, however short it is (Maister, “The Psychology of Waiting Lines”, 1985).',
  find(view) {
    return view.links.flatMap((link) => {
      const { waitActual: actual, waitTarget: target, id } = link.handoff;
      if (actual === null || target === null || actual <= target) return [];
      return [
        {
          key: [id],
          items: itemsOf(link),
          departments: departmentsOf(link),
          message: `From ${named(link.from.touchpoint)} to ${named(link.to.touchpoint)} it takes ${hours(actual)}; ${hours(target)} are agreed.`,
          facts: [actual, target],
          fix: goFix('Change the wait', 'handoff', id, 'waitActual'),
        },
      ];
    });
  },
};
