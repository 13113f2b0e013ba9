import { COLLECTIONS } from './collections.ts';
import type { Collection, Meta, Records } from './records.ts';

/** The items of one collection at one moment: by id, and in order. Never changed in place. */
export interface Table<T> {
  /** By order key, ties by id; steps of different stages are mixed: `outlineOf` tells the journey's order. */
  readonly list: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
  /** Stored items of this collection that could not be read. */
  readonly skipped: number;
  /** Deleted, and still there to be restored. */
  readonly removed: ReadonlyMap<string, T>;
  has(id: string): boolean;
  get(id: string): T | undefined;
}

/**
 * The map as plain values at one moment: no Yjs, no React, no I/O. The next snapshot shares every record and
 * every table that did not change with the one before, so that `===` means "nothing to do".
 */
export type MapSnapshot = {
  readonly [C in Collection]: Table<Records[C]>;
} & {
  readonly meta: Meta;
  /** The version of the document's form that wrote this map. */
  readonly schema: number;
};

interface Sortable {
  readonly id: string;
  readonly order?: string;
}

/** Order keys are compared by code unit, as fractional indexing demands: a locale's collation would shuffle them. */
export function byOrder(a: Sortable, b: Sortable): number {
  const [keyA, keyB] = [a.order ?? '', b.order ?? ''];
  if (keyA !== keyB) return keyA < keyB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Builds a table from records that are still there and records that were deleted. */
export function tableOf<T extends Sortable>(
  records: ReadonlyMap<string, T>,
  removed: ReadonlyMap<string, T> = new Map(),
  skipped = 0,
): Table<T> {
  return tableWith([...records.values()].sort(byOrder), records, removed, skipped);
}

/** The same from a list that is in order already. */
export function tableWith<T>(
  list: readonly T[],
  byId: ReadonlyMap<string, T>,
  removed: ReadonlyMap<string, T>,
  skipped: number,
): Table<T> {
  return new Items(list, byId, removed, skipped);
}

/** Its methods are no fields of its own, so that two tables with the same items are equal to whoever compares values. */
class Items<T> implements Table<T> {
  readonly list: readonly T[];
  readonly byId: ReadonlyMap<string, T>;
  readonly removed: ReadonlyMap<string, T>;
  readonly skipped: number;

  constructor(list: readonly T[], byId: ReadonlyMap<string, T>, removed: ReadonlyMap<string, T>, skipped: number) {
    this.list = list;
    this.byId = byId;
    this.removed = removed;
    this.skipped = skipped;
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  get(id: string): T | undefined {
    return this.byId.get(id);
  }
}

/** How many stored items could not be read and are left out: of all collections together. */
export const skippedIn = (map: MapSnapshot): number =>
  COLLECTIONS.reduce((sum, collection) => sum + map[collection].skipped, 0);
