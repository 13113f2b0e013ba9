import type { TouchpointId } from '../model/ids.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { addItem } from './addItem.ts';

export const linkHandoff = addItem({
  kind: 'handoff',
  label: 'Link hand-off',
  refuse: (map, { fields }) => refuseEnds(map, fields?.from ?? null, fields?.to ?? null),
});

/** Refuses a hand-off that leads nowhere, back to where it starts, or that is there already. */
export function refuseEnds(
  map: MapSnapshot,
  from: TouchpointId | null,
  to: TouchpointId | null,
  except?: string,
): string | null {
  if (!from || !to) return 'A hand-off leads from one touchpoint to another.';
  if (from === to) return 'A touchpoint cannot hand off to itself.';
  if (!map.touchpoints.has(from) || !map.touchpoints.has(to)) return 'One of these touchpoints was just removed.';
  const twin = map.handoffs.list.some((h) => h.id !== except && h.from === from && h.to === to);
  return twin ? 'These two touchpoints are linked already.' : null;
}
