import type * as Y from 'yjs';
import { COLLECTIONS } from './collections.ts';
import { addTouched, changeListeners, type Live, oncePerDoc } from './live.ts';
import { metaOf, rootOf } from './mapDoc.ts';
import { readMap, readSchema } from './readMap.ts';
import { readMeta, readRecord } from './readRecord.ts';
import type { Collection, Records } from './records.ts';
import { byOrder, type MapSnapshot, type Table, tableOf, tableWith } from './snapshot.ts';

/** A map as a sequence of snapshots. */
export type LiveMap = Live<MapSnapshot>;

/** The one live map of a document. */
export const liveMap = oncePerDoc((doc) => watch(doc));

type Dirty = Map<Collection, Set<string>>;

function watch(doc: Y.Doc): LiveMap {
  let current = readMap(doc);
  let metaDirty = false;
  const dirty: Dirty = new Map();
  const { changed, subscribe } = changeListeners(doc);

  for (const collection of COLLECTIONS) {
    rootOf(doc, collection).observeDeep((events) => {
      changed();
      const ids = dirty.get(collection) ?? new Set<string>();
      dirty.set(collection, ids);
      addTouched(ids, events);
    });
  }
  metaOf(doc).observeDeep(() => {
    metaDirty = true;
    changed();
  });

  return {
    doc,
    snapshot() {
      if (dirty.size === 0 && !metaDirty) return current;
      current = refresh(doc, current, dirty, metaDirty);
      dirty.clear();
      metaDirty = false;
      return current;
    },
    subscribe,
  };
}

function refresh(doc: Y.Doc, before: MapSnapshot, dirty: Dirty, metaDirty: boolean): MapSnapshot {
  const tables = Object.fromEntries(
    [...dirty].map(([collection, ids]) => [collection, refreshTable(doc, collection, before[collection], ids)]),
  ) as Partial<MapSnapshot>;
  const meta = metaDirty ? { meta: readMeta(metaOf(doc)), schema: readSchema(doc) } : {};
  return { ...before, ...tables, ...meta };
}

function refreshTable<C extends Collection>(
  doc: Y.Doc,
  collection: C,
  before: MapSnapshot[C],
  ids: ReadonlySet<string>,
): Table<Records[C]> {
  const root = rootOf(doc, collection);
  const byId = new Map<string, Records[C]>(before.byId as ReadonlyMap<string, Records[C]>);
  const removed = new Map<string, Records[C]>(before.removed as ReadonlyMap<string, Records[C]>);
  let sameOrder = true;
  for (const id of ids) {
    const old = byId.get(id);
    const read = readRecord(collection, id, root.get(id));
    byId.delete(id);
    removed.delete(id);
    if (read.status === 'live') byId.set(id, read.record);
    if (read.status === 'removed') removed.set(id, read.record);
    const now = byId.get(id);
    if (!old || !now ? old !== now : byOrder(old, now) !== 0) sameOrder = false;
  }
  const skipped = root.size - byId.size - removed.size;
  if (!sameOrder) return tableOf(byId, removed, skipped);
  const list = (before.list as readonly Records[C][]).map((record) => byId.get(record.id) ?? record);
  return tableWith(list, byId, removed, skipped);
}
