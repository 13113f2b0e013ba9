import { crosses, departmentsOf, itemsOf, sameOwner } from './links.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const handoffUnowned: GapRule = {
  id: 'handoff-unowned',
  severity: 'high',
  title: 'Nobody owns this hand-off',
  why: 'The greatest room for improvement often lies where the baton passes from one department to another, in the white space of the organization chart (Rummler and Brache, “Improving Performance”, 1990).',
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
