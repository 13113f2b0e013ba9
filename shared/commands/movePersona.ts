import type { PersonaId } from '../model/ids.ts';
import { writeOrders } from './addItem.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves a persona before another; null: to the end. */
export const movePersona: Command<{
  readonly id: PersonaId;
  readonly before: PersonaId | null;
}> = {
  name: 'persona.move',
  label: 'Move persona',
  refuse: (map, { id }) => refuseMissing(map, 'persona', id),
  apply: (doc, { id, before }, map) => writeOrders(doc, 'personas', placeBefore(map.personas.list, [id], before)),
};
