import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

export interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** A new order key for one item. */
export interface OrderWrite {
  readonly id: string;
  readonly order: string;
}

/**
 * The order keys that put `ids`, in this sequence, before the sibling `before` (null: at the end). Usually one key an
 * item; where two siblings tie (two people inserted at one place at once) there is no key between them, so the ones
 * that follow are given new keys as well.
 *
 * @param siblings the items already there, in order; those named in `ids` are taken out first
 */
export function placeBefore(siblings: readonly Ordered[], ids: readonly string[], before: string | null): OrderWrite[] {
  const moving = new Set(ids);
  const rest = siblings.filter(({ id }) => !moving.has(id));
  // Before one that moves along means before the next that stays: dropped on itself, an item stays where it is.
  const target = before === null ? -1 : siblings.findIndex(({ id }) => id === before);
  const next = target < 0 ? undefined : siblings.slice(target).find(({ id }) => !moving.has(id));
  const index = next ? rest.indexOf(next) : rest.length;
  const lower = rest[index - 1]?.order ?? null;
  let end = index;
  // Skip past every follower that leaves no room above `lower`.
  while (lower !== null && end < rest.length && (rest[end]?.order ?? '') <= lower) end++;
  const upper = rest[end]?.order ?? null;
  const rekeyed = [...ids, ...rest.slice(index, end).map(({ id }) => id)];
  const keys = generateNKeysBetween(lower, upper, rekeyed.length);
  return rekeyed.map((id, i) => ({
    id,
    order: keys[i] ?? generateKeyBetween(lower, upper),
  }));
}
