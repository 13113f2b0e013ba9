import type { TouchpointId } from '../model/ids.ts';
import type { Place } from '../model/records.ts';
import { writeFields } from '../model/writeRecord.ts';
import { cellOf } from './cell.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing, refusePlace } from './refuse.ts';

/** Moves touchpoints into one cell, in the given sequence; also puts the unplaced back. */
export const moveTouchpoints: Command<{
  readonly ids: readonly TouchpointId[];
  readonly place: Place;
  /** The touchpoint of that cell they go before; null: at the end. */
  readonly before: TouchpointId | null;
}> = {
  name: 'touchpoints.move',
  label: 'Move touchpoint',
  refuse(map, { ids, place }) {
    const gone = ids.map((id) => refuseMissing(map, 'touchpoint', id)).find((reason) => reason !== null);
    if (gone) return gone;
    if (map.lanes.get(place.lane)?.kind === 'notes')
      return 'Touchpoints belong in department lanes; this lane holds notes.';
    return refusePlace(map, place);
  },
  apply(doc, { ids, place, before }, map) {
    const moved = new Set<string>(ids);
    for (const { id, order } of placeBefore(cellOf(map.touchpoints.list, place), ids, before)) {
      writeFields(doc, 'touchpoints', id, moved.has(id) ? { place, order } : { order });
    }
  },
};
