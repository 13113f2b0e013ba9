import type { NoteId } from '../model/ids.ts';
import type { Place } from '../model/records.ts';
import { writeFields } from '../model/writeRecord.ts';
import { cellOf } from './cell.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing, refusePlace } from './refuse.ts';

/** Moves notes into one cell; also puts the unplaced back. */
export const moveNotes: Command<{
  readonly ids: readonly NoteId[];
  readonly place: Place;
  readonly before: NoteId | null;
}> = {
  name: 'notes.move',
  label: 'Move note',
  refuse(map, { ids, place }) {
    const gone = ids.map((id) => refuseMissing(map, 'note', id)).find((reason) => reason !== null);
    return gone ?? refusePlace(map, place);
  },
  apply(doc, { ids, place, before }, map) {
    const moved = new Set<string>(ids);
    for (const { id, order } of placeBefore(cellOf(map.notes.list, place), ids, before)) {
      writeFields(doc, 'notes', id, moved.has(id) ? { place, order } : { order });
    }
  },
};
