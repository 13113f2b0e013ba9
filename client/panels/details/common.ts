/** What several items have in common: one value, or none because they differ. */
export type Common<T> = { readonly status: 'same'; readonly value: T } | { readonly status: 'mixed' };

/** The one value of a field in all items. Lists are compared by what is in them. */
export function commonOf<Item, T>(items: readonly Item[], pick: (item: Item) => T): Common<T> {
  const [first, ...others] = items;
  if (first === undefined) return { status: 'mixed' };
  const value = pick(first);
  const key = JSON.stringify(value);
  return others.every((other) => JSON.stringify(pick(other)) === key) ? { status: 'same', value } : { status: 'mixed' };
}

/** The common value, or null where the items differ or have none. */
export function sameOrNull<Item, T>(items: readonly Item[], pick: (item: Item) => T): T | null {
  const common = commonOf(items, pick);
  return common.status === 'same' ? common.value : null;
}
