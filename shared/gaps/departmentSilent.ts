import { departmentsAreDue } from './ready.ts';
import { type GapRule, goFix } from './rule.ts';
import { department } from './words.ts';

export const departmentSilent: GapRule = {
  id: 'department-silent',
  severity: 'low',
  title: 'This department does nothing',
  why: 'A blueprint works because it shows everyone who takes part, behind the line of visibility too; who is on it and does nothing was forgotten by somebody (Bitner, Ostrom and Morgan, “Service Blueprinting”, 2008).',
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
