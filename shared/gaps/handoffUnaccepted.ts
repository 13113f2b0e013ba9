import { changeItems, changeOf } from '../commands/changeItems.ts';
import { crosses, departmentsOf, itemsOf, sameOwner } from './links.ts';
import { commandFix, type GapRule } from './rule.ts';
import { department, named } from './words.ts';

export const handoffUnaccepted: GapRule = {
  id: 'handoff-unaccepted',
  severity: 'medium',
  title: 'Nobody said yes to this hand-off',
  why: 'A request becomes a commitment when the other side accepts it, not when it is sent (Winograd and Flores, “Understanding Computers and Cognition”, 1986).',
  find(view) {
    // Without an owner there is nobody yet who could have asked; that gap comes first.
    return view.links
      .filter(
        (link) =>
          link.owner !== null && !link.handoff.accepted && crosses(view, link) && !sameOwner(link.from, link.to),
      )
      .map((link) => ({
        key: [link.handoff.id],
        items: itemsOf(link),
        departments: departmentsOf(link),
        message: `${department(link.to.department)} has not accepted what comes from ${named(link.from.touchpoint)} in ${department(link.from.department)} to ${named(link.to.touchpoint)}.`,
        fix: commandFix('Mark as accepted', changeItems, () =>
          changeOf('handoff', link.handoff.id, { accepted: true }),
        ),
      }));
  },
};
