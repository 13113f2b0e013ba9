import type * as Y from 'yjs';
import { COLLECTIONS } from './collections.ts';
import { metaOf, rootOf, SCHEMA, SCHEMA_VERSION } from './mapDoc.ts';
import { readMeta, readRecord } from './readRecord.ts';
import type { Collection, Records } from './records.ts';
import { type MapSnapshot, type Table, tableOf } from './snapshot.ts';

/** Reads a whole document once. For one that goes on changing, `liveMap` reads only what changed. Never throws. */
export function readMap(doc: Y.Doc): MapSnapshot {
  const tables = Object.fromEntries(COLLECTIONS.map((collection) => [collection, readTable(doc, collection)]));
  // COLLECTIONS are the keys of Records, so every table is there.
  return {
    ...(tables as unknown as Tables),
    meta: readMeta(metaOf(doc)),
    schema: readSchema(doc),
  };
}

type Tables = { readonly [C in Collection]: Table<Records[C]> };

function readTable<C extends Collection>(doc: Y.Doc, collection: C): Table<Records[C]> {
  const live = new Map<string, Records[C]>();
  const removed = new Map<string, Records[C]>();
  let skipped = 0;
  for (const [id, stored] of rootOf(doc, collection).entries()) {
    const read = readRecord(collection, id, stored);
    if (read.status === 'live') live.set(id, read.record);
    else if (read.status === 'removed') removed.set(id, read.record);
    else skipped++;
  }
  return tableOf(live, removed, skipped);
}

/** The version of the form a document was written in; one without any is taken for ours. */
export function readSchema(doc: Y.Doc): number {
  const stored = metaOf(doc).get(SCHEMA);
  return typeof stored === 'number' && Number.isInteger(stored) && stored > 0 ? stored : SCHEMA_VERSION;
}
