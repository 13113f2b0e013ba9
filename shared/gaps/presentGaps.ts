import { collectionOf, titleOf } from '../model/collections.ts';
import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Finding } from './findGaps.ts';
import type { Severity } from './rule.ts';

/** A finding as JSON: what the command line prints and `GET /api/maps/:id/gaps` answers. */
export interface GapJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly items: readonly { readonly kind: ItemRef['kind']; readonly id: string; readonly title: string }[];
  /** Titles of the lanes. */
  readonly departments: readonly string[];
}

/** Findings with names instead of ids where people read them. */
export const presentGaps = (map: MapSnapshot, findings: readonly Finding[]): readonly GapJson[] =>
  findings.map(({ rule, severity, title, message, items, departments }) => ({
    rule,
    severity,
    title,
    message,
    items: items.map(({ kind, id }) => ({ kind, id, title: nameOf(map, { kind, id }) })),
    departments: departments.map((id) => map.lanes.get(id)?.title ?? ''),
  }));

/** What an item is called; a hand-off by its two ends. */
function nameOf(map: MapSnapshot, { kind, id }: ItemRef): string {
  if (kind !== 'handoff') return titleOf(map[collectionOf(kind)].get(id) ?? {});
  const handoff = map.handoffs.get(id);
  const end = (touchpoint: string | null | undefined) => map.touchpoints.get(touchpoint ?? '')?.title ?? '';
  return `${end(handoff?.from)} → ${end(handoff?.to)}`;
}
