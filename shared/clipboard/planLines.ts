import { parseCapture } from '../capture/parseCapture.ts';
import { WORD_LIMIT } from '../model/fields.ts';
import type { ItemRef, Place } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { PasteDraft, type PastePlan } from './pasteDraft.ts';
import { linesOf } from './planText.ts';

/**
 * What a list of lines adds where lines stay below each other, as in the outline: one touchpoint a line, or one note in
 * a notes lane, all in the same cell. Each line may name its owner and channel.
 */
export function planLines(map: MapSnapshot, text: string, place: Place, newId: () => string): PastePlan {
  const draft = new PasteDraft(map, newId);
  const known = {
    people: map.people.list.map(({ name }) => name),
    channels: [...new Set(map.touchpoints.list.map(({ channel }) => channel))],
  };
  const isNotes = draft.laneKind(place.lane) === 'notes';
  const select = linesOf(text).flatMap((line): ItemRef[] => {
    if (draft.isTooMuch) return [];
    const { title, owner, channel } = isNotes ? { title: line, owner: null, channel: null } : parseCapture(line, known);
    const fields = {
      owner: owner ? draft.person(draft.name(owner)) : null,
      channel: (channel ?? '').slice(0, WORD_LIMIT),
    };
    return [draft.card(place, title || line, isNotes ? {} : fields)];
  });
  if (select.length === 0) return { status: 'refused', reason: 'There is nothing to paste.' };
  return draft.plan(select);
}
