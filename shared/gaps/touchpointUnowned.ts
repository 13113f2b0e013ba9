import { ownersAreDue } from './ready.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const touchpointUnowned: GapRule = {
  id: 'touchpoint-unowned',
  severity: 'medium',
  title: 'Nobody owns this touchpoint',
  why: 'What everyone takes part in and nobody answers for is improved by nobody (Rummler and Brache, “Improving Performance”, on the white space of the organization chart).',
  find(view) {
    if (!ownersAreDue(view)) return [];
    return view.touchpoints
      .filter(({ touchpoint, owner, department: lane }) => {
        // A card without a title is still being typed.
        return owner === null && touchpoint.title.trim() !== '' && !view.isOutside(lane);
      })
      .map(({ touchpoint, department: lane }) => ({
        key: [touchpoint.id],
        items: [{ kind: 'touchpoint', id: touchpoint.id }],
        departments: [lane.id],
        message: `${named(touchpoint)} in ${department(lane)} has no owner.`,
        fix: goFix('Choose owner', 'touchpoint', touchpoint.id, 'owner'),
      }));
  },
};
