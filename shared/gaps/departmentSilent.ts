import { departmentsAreDue } from './ready.ts';
import { type GapRule, goFix } from './rule.ts';
import { department } from './words.ts';

export const departmentSilent: GapRule = {
  id: 'department-silent',
  severity: 'low',
  title: 'This department does nothing',
  why: 'A department that is on the map and touches nothing was either forgotten in the drawing or is forgotten in the service (Kalbach, “Mapping Experiences”: make the whole organization visible).',
  find(view) {
    if (!departmentsAreDue(view)) return [];
    return view.departments
      .filter((lane) => lane.title.trim() !== '' && view.touchpointsIn(lane.id).length === 0)
      .map((lane) => ({
        key: [lane.id],
        items: [{ kind: 'lane', id: lane.id }],
        departments: [lane.id],
        message: `${department(lane)} has a lane and no touchpoint in it.`,
        fix: goFix('Add touchpoint', 'lane', lane.id, 'touchpoints'),
      }));
  },
};
