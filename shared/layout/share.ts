/** The earlier object when the new one has equal fields, so that `===` tells a painter that nothing is to be done. */
export function reuse<T extends object>(before: T | undefined, now: T): T {
  if (!before) return now;
  for (const key in now) {
    if (before[key] !== now[key]) return now;
  }
  return before;
}

/** The earlier list when the new one holds the same objects. */
export function reuseList<T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] {
  if (before?.length !== now.length) return now;
  return now.every((item, index) => item === before[index]) ? before : now;
}

/** Both: each item is matched with the earlier one of the same key, wherever in the list it was. */
export function reuseItems<T extends object>(
  before: readonly T[] | undefined,
  now: readonly T[],
  keyOf: (item: T) => string,
): readonly T[] {
  if (!before) return now;
  const known = new Map(before.map((item) => [keyOf(item), item]));
  return reuseList(
    before,
    now.map((item) => reuse(known.get(keyOf(item)), item)),
  );
}

/** Items by id; the earlier index when it is of the same list. */
export function indexOf<T extends { readonly id: string }>(
  list: readonly T[],
  before: readonly T[] | undefined,
  index: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  return index && list === before ? index : new Map(list.map((item) => [item.id, item]));
}
