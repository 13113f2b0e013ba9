import * as Y from 'yjs';
import { COLLECTIONS } from './collections.ts';
import { type Collection, fieldTable, metaFields } from './records.ts';

/**
 * The only files that know the keys inside the shared document are this one, `readRecord.ts` and `writeRecord.ts`.
 * Each collection is a root Y.Map from id to a Y.Map of fields; `meta` holds the fields of the map itself.
 */
export const SCHEMA_VERSION = 1;

/** A deleted item keeps its fields under this flag: what others typed into it meanwhile can be restored with it. */
export const REMOVED = 'removed';
export const SCHEMA = 'schema';

/** The stored fields of the map itself. Reading it writes nothing into the document. */
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');

/** A collection as it is stored, unread, with what was deleted. */
export const rootOf = (doc: Y.Doc, collection: Collection): Y.Map<unknown> => doc.getMap(collection);

/** The stored fields of one item, or null when there is no such item (or something else is stored there). */
export function storedItem(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | null {
  const stored = rootOf(doc, collection).get(id);
  return stored instanceof Y.Map ? stored : null;
}

/**
 * A new, empty map. `clientId` makes its first update the same everywhere, for tests and imports that must be
 * repeatable; otherwise Yjs picks one at random.
 */
export function newMapDoc(title: string, clientId?: number): Y.Doc {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  doc.transact(() => {
    const meta = metaOf(doc);
    meta.set(SCHEMA, SCHEMA_VERSION);
    meta.set('title', new Y.Text(title));
    meta.set('description', new Y.Text());
    meta.set('state', metaFields.state.fallback);
    meta.set('currency', metaFields.currency.fallback);
    for (const collection of COLLECTIONS) rootOf(doc, collection);
  });
  return doc;
}

/** The field that owns a stored key: `emotions:p1` belongs to `emotions`. Undefined for a stranger's key. */
export function splitKey(key: string): {
  field: string;
  member: string | null;
} {
  const colon = key.indexOf(':');
  return colon < 0 ? { field: key, member: null } : { field: key.slice(0, colon), member: key.slice(colon + 1) };
}

/** Names of the text fields of a collection: they are created with the item, so that two first typists meet in one Y.Text. */
export const textFieldsOf = (collection: Collection): readonly string[] =>
  Object.entries(fieldTable(collection))
    .filter(([, field]) => field.storage.kind === 'text')
    .map(([name]) => name);
