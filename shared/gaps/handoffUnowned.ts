import { crosses, departmentsOf, itemsOf, sameOwner } from './links.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const handoffUnowned: GapRule = {
  id: 'handoff-unowned',
  severity: 'high',
  title: 'Nobody owns this hand-off',
  why: 'The greatest room for improvement lies where the baton passes from one department to another, because no chart shows who answers for it (Rummler and Brache, “Improving Performance”).',
  find(view) {
    return view.links
      .filter((link) => link.owner === null && crosses(view, link) && !sameOwner(link.from, link.to))
      .map((link) => ({
        key: [link.handoff.id],
        items: itemsOf(link),
        departments: departmentsOf(link),
        message: `${named(link.from.touchpoint)} to ${named(link.to.touchpoint)} crosses from ${department(link.from.department)} to ${department(link.to.department)} without an owner.`,
        fix: goFix('Choose owner', 'handoff', link.handoff.id, 'owner'),
      }));
  },
};
