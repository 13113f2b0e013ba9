import { type FindingId, idOf } from '../model/ids.ts';
import type { ItemRef } from '../model/records.ts';

const LONGEST = 200;

/**
 * The id of a finding: its rule and the items it is about. Answers are kept under it, so it may depend on nothing that
 * people type, and not on the order in which things were found.
 */
export function findingId(rule: string, items: readonly Pick<ItemRef, 'id'>[]): FindingId {
  const ids = items.map(({ id }) => id);
  const whole = [rule, ...ids].join(':');
  // Ids made elsewhere may be as long as a key can be; then their digest stands for them.
  return idOf(whole.length <= LONGEST ? whole : `${rule}:${digest(ids.join(':'))}`);
}

/** FNV-1a, twice with different seeds: enough to keep a few thousand findings apart. */
export function digest(text: string): string {
  const half = (seed: number) => {
    let hash = seed;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return `${half(0x811c9dc5)}.${half(0x9e3779b9)}`;
}
