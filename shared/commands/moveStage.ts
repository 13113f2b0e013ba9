import type { StageId } from '../model/ids.ts';
import { writeOrders } from './addItem.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves a stage before another; null: to the end. */
export const moveStage: Command<{
  readonly id: StageId;
  readonly before: StageId | null;
}> = {
  name: 'stage.move',
  label: 'Move stage',
  refuse: (map, { id }) => refuseMissing(map, 'stage', id),
  apply: (doc, { id, before }, map) => writeOrders(doc, 'stages', placeBefore(map.stages.list, [id], before)),
};
