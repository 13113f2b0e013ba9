import type { StageId, StepId } from '../model/ids.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves a step, with everything that happens in it, within its stage or into another; also puts an unplaced one back. */
export const moveStep: Command<{
  readonly id: StepId;
  readonly stage: StageId;
  readonly before: StepId | null;
}> = {
  name: 'step.move',
  label: 'Move step',
  refuse: (map, { id, stage }) => refuseMissing(map, 'step', id) ?? refuseMissing(map, 'stage', stage),
  apply(doc, { id, stage, before }, map) {
    const siblings = map.steps.list.filter((step) => step.stage === stage);
    for (const write of placeBefore(siblings, [id], before)) {
      writeFields(doc, 'steps', write.id, write.id === id ? { stage, order: write.order } : { order: write.order });
    }
  },
};
