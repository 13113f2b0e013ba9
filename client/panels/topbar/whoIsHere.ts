import { isId } from '../../../shared/model/ids.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import type { Other } from '../../presence/presence.ts';

/** One person on this map, however many tabs they have open, and what they are at. */
export interface Present {
  readonly user: Other['user'];
  readonly at: readonly ItemRef[];
}

const KINDS = new Set(['stage', 'step', 'lane', 'touchpoint', 'note', 'handoff']);

/** Everybody else; a second tab of one's own is no other person. Of several tabs the one that does something counts. */
export function whoIsHere(others: readonly Other[], myId: string): readonly Present[] {
  const people = new Map<string, Present>();
  for (const other of others) {
    if (other.user.id === myId) continue;
    const known = people.get(other.user.id);
    if (!known || known.at.length === 0) people.set(other.user.id, { user: other.user, at: itemsOf(other) });
  }
  return [...people.values()];
}

/** What somebody types in says more than what they have selected. */
function itemsOf({ editing, selection }: Other): readonly ItemRef[] {
  const [kind, id] = editing?.split('/') ?? [];
  // Presence comes from strangers: only what names an item of the map is followed.
  if (kind && KINDS.has(kind) && isId(id)) return [{ kind: kind as ItemRef['kind'], id }];
  return selection.filter((item) => KINDS.has(item.kind) && isId(item.id));
}
