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
  const select = linesOf(text).flatMap((line): ItemRef[] => {
    if (draft.isTooMuch) return [];
    return [draft.captured(place, line)];
  });
  if (select.length === 0) return { status: 'refused', reason: 'There is nothing to paste.' };
  return draft.plan(select);
}
