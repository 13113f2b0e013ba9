import { addStep } from '../commands/addStep.ts';
import { idOf } from '../model/ids.ts';
import { commandFix, type GapRule } from './rule.ts';
import { named } from './words.ts';

export const stageEmpty: GapRule = {
  id: 'stage-empty',
  severity: 'low',
  title: 'This stage has no steps',
  why: 'A stage without steps is a claim about the customer that nobody looked into (Meyer and Schwager, “Understanding Customer Experience”, 2007).',
  find({ stages, steps }) {
    // Stages are often drawn first, all at once.
    const begun = stages.filter((outline) => outline.steps.length > 0).length;
    if (begun < 2 || steps.length < 3) return [];
    return stages
      .filter((outline) => outline.steps.length === 0)
      .map(({ stage }) => ({
        key: [stage.id],
        items: [{ kind: 'stage', id: stage.id }],
        departments: [],
        message: `The stage ${named(stage)} has no steps.`,
        fix: commandFix('Add step', addStep, (newId) => ({ id: idOf(newId()), fields: { stage: stage.id } })),
      }));
  },
};
