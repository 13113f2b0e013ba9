import { type GapRule, goFix } from './rule.ts';
import { department, named } from './words.ts';

export const ownerElsewhere: GapRule = {
  id: 'owner-elsewhere',
  severity: 'low',
  title: 'The owner is in another department',
  why: 'Who answers for something needs the authority to change it (Fayol, “General and Industrial Management”, 1916).',
  find(view) {
    return view.touchpoints.flatMap(({ touchpoint, owner, department: lane }) => {
      const home = view.map.lanes.get(owner?.department ?? '');
      if (!owner || home?.kind !== 'department' || home.id === lane.id || view.isOutside(lane)) return [];
      return [
        {
          key: [touchpoint.id],
          items: [
            { kind: 'touchpoint', id: touchpoint.id },
            { kind: 'person', id: owner.id },
          ],
          departments: [lane.id, home.id],
          message: `${named(touchpoint)} in ${department(lane)} is owned by ${owner.name} of ${department(home)}.`,
          fix: goFix('Choose owner', 'touchpoint', touchpoint.id, 'owner'),
        },
      ];
    });
  },
};
