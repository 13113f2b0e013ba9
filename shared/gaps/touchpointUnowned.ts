import { ownersAreDue } from './ready.ts';
import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const touchpointUnowned: GapRule = {
  id: 'touchpoint-unowned',
  severity: 'medium',
  title: 'Nobody owns this touchpoint',
  why: 'Where several could act and nobody is named, each waits for the others (Darley and Latané, “Bystander Intervention in Emergencies: Diffusion of Responsibility”, 1968).',
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
