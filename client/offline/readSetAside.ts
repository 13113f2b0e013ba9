import { getAll } from 'lib0/indexeddb';
import * as Y from 'yjs';
import { openExisting } from './keptMaps.ts';

/** The map as it lies aside in this store, edits and all; null when the browser has cleared it away meanwhile. */
export async function readSetAside(store: string): Promise<Y.Doc | null> {
  const db = await openExisting(store);
  if (!db) return null;
  const updates = await getAll(db.transaction('updates').objectStore('updates')).finally(() => db.close());
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
