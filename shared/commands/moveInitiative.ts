import type { InitiativeId } from '../model/ids.ts';
import { writeOrders } from './addItem.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves an initiative before another; null: to the end. */
export const moveInitiative: Command<{
  readonly id: InitiativeId;
  readonly before: InitiativeId | null;
}> = {
  name: 'initiative.move',
  label: 'Move initiative',
  refuse: (map, { id }) => refuseMissing(map, 'initiative', id),
  apply: (doc, { id, before }, map) => writeOrders(doc, 'initiatives', placeBefore(map.initiatives.list, [id], before)),
};
