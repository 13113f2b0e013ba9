import type { LaneId } from '../model/ids.ts';
import { writeOrders } from './addItem.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves a lane before another; null: to the end. */
export const moveLane: Command<{
  readonly id: LaneId;
  readonly before: LaneId | null;
}> = {
  name: 'lane.move',
  label: 'Move lane',
  refuse: (map, { id }) => refuseMissing(map, 'lane', id),
  apply: (doc, { id, before }, map) => writeOrders(doc, 'lanes', placeBefore(map.lanes.list, [id], before)),
};
