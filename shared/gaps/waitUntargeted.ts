import { crosses, departmentsOf, itemsOf } from './links.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, hours, named } from './words.ts';

export const waitUntargeted: GapRule = {
  id: 'wait-untargeted',
  severity: 'low',
  title: 'Nobody agreed how long it may take',
  why: 'Uncertain waits feel longer than known, finite ones (Maister, “The Psychology of Waiting Lines”, 1985).',
  find(view) {
    const between = view.links.filter((link) => crosses(view, link));
    // Once most hand-offs have a target, one without was forgotten; before that, only a known wait asks for one.
    const isUsual = between.filter(({ handoff }) => handoff.waitTarget !== null).length * 2 > between.length;
    return between
      .filter(({ handoff }) => handoff.waitTarget === null && (handoff.waitActual !== null || isUsual))
      .map((link) => {
        const { waitActual: actual, id } = link.handoff;
        const takes = actual === null ? '' : ` It takes ${hours(actual)}.`;
        return {
          key: [id],
          items: itemsOf(link),
          departments: departmentsOf(link),
          message: `${department(link.from.department)} and ${department(link.to.department)} have not agreed how long it may take from ${named(link.from.touchpoint)} to ${named(link.to.touchpoint)}.${takes}`,
          facts: [actual],
          fix: goFix('Set a target', 'handoff', id, 'waitTarget'),
        };
      });
  },
};
