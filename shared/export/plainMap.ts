import { COLLECTIONS } from '../model/collections.ts';
import type { Collection, Records } from '../model/records.ts';
import { type MapSnapshot, type Table, tableWith } from '../model/snapshot.ts';

/** A snapshot without functions, so that it can be sent to a worker. What was deleted stays behind: nobody exports it. */
export interface PlainMap {
  readonly meta: MapSnapshot['meta'];
  readonly schema: number;
  readonly lists: { readonly [C in Collection]: readonly Records[C][] };
}

/** A snapshot as plain values. */
export function toPlainMap(map: MapSnapshot): PlainMap {
  const lists = Object.fromEntries(COLLECTIONS.map((collection) => [collection, map[collection].list]));
  // COLLECTIONS are the keys of Records, so every list is there.
  return { meta: map.meta, schema: map.schema, lists: lists as PlainMap['lists'] };
}

/** The snapshot again. */
export function fromPlainMap({ meta, schema, lists }: PlainMap): MapSnapshot {
  const tables = Object.fromEntries(COLLECTIONS.map((collection) => [collection, tableOf(lists[collection])]));
  // As above; each table is made from the list of the same name.
  return { ...(tables as unknown as { readonly [C in Collection]: Table<Records[C]> }), meta, schema };
}

const tableOf = (list: readonly { readonly id: string }[]): Table<{ readonly id: string }> =>
  tableWith(list, new Map(list.map((record) => [record.id, record])), new Map(), 0);
