import { changeItems, changeOf } from '../commands/changeItems.ts';
import { commandFix, type Found, type GapRule, goFix } from './rule.ts';
import { department, distinct, named } from './words.ts';

export const planMismatch: GapRule = {
  id: 'plan-mismatch',
  severity: 'medium',
  title: 'Plan and map differ',
  why: 'What an organization says it does and what it does are two theories, and only comparing them shows the difference (Argyris and Schön, “Theory in Practice”, 1974).',
  find(view) {
    return view.stages.flatMap(({ stage, steps }): Found[] => {
      const expected = stage.expects.map((id) => view.map.lanes.get(id)).filter((lane) => lane?.kind === 'department');
      const work = steps.flatMap((step) => view.touchpointsAt(step.id));
      // Nobody planned, or nobody drew yet.
      if (expected.length === 0 || work.length === 0) return [];
      const present = distinct(work.map((placed) => placed.department));
      const stageItem = { kind: 'stage', id: stage.id } as const;
      const missing = expected.flatMap((lane): Found[] =>
        !lane || present.includes(lane)
          ? []
          : [
              {
                key: [stage.id, lane.id],
                items: [stageItem, { kind: 'lane', id: lane.id }],
                departments: [lane.id],
                message: `${department(lane)} is expected in the stage ${named(stage)} and has no touchpoint there.`,
                facts: ['missing'],
                fix: goFix('Add touchpoint', 'lane', lane.id, 'touchpoints'),
              },
            ],
      );
      const surprising = present
        .filter((lane) => !expected.includes(lane) && !view.isOutside(lane))
        .map((lane) => ({
          key: [stage.id, lane.id],
          items: [
            stageItem,
            ...work
              .filter((placed) => placed.department === lane)
              .map(({ touchpoint }) => ({ kind: 'touchpoint', id: touchpoint.id }) as const),
          ],
          departments: [lane.id],
          message: `${department(lane)} works in the stage ${named(stage)}, where the plan does not expect it.`,
          facts: ['unplanned'],
          fix: commandFix('Expect it here', changeItems, () =>
            changeOf('stage', stage.id, { expects: [...stage.expects, lane.id] }),
          ),
        }));
      return [...missing, ...surprising];
    });
  },
};
