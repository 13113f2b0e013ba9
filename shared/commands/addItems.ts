import type * as Y from 'yjs';
import { collectionOf } from '../model/collections.ts';
import { isId } from '../model/ids.ts';
import { REMOVED, storedItem } from '../model/mapDoc.ts';
import { type Collection, fieldTable, type ItemRef, type Records } from '../model/records.ts';
import { type MapSnapshot, type Table, tableWith } from '../model/snapshot.ts';
import { refuseFields, writeNew } from '../model/writeRecord.ts';
import { writeOrders } from './addItem.ts';
import type { Command } from './command.ts';
import { refuseEnds } from './linkHandoff.ts';
import { refuseDangling, refuseMissing } from './refuse.ts';

/** A new item with all that is known of it, its order among others included. It may name other new ones. */
export interface NewItem extends ItemRef {
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ManyItems {
  readonly items: readonly NewItem[];
  /** New places of those that must make room. */
  readonly orders?: readonly (ItemRef & { readonly order: string })[];
}

/** So many items one paste may add. */
export const PASTE_LIMIT = 2000;

/** Adds items of several kinds that belong together, as a paste does: all of them, or none. */
export const addItems: Command<ManyItems> = {
  name: 'items.add',
  label: 'Paste',
  refuse(map, { items }) {
    if (items.length === 0) return 'There is nothing to paste.';
    if (items.length > PASTE_LIMIT) {
      return `More than ${PASTE_LIMIT.toLocaleString('en')} items cannot be pasted at once. Nothing was pasted; so large a table can be imported.`;
    }
    return refuseNewItems(map, items);
  },
  prepare: (doc, { items }) => writeUnseen(doc, items),
  apply(doc, { items, orders = [] }) {
    for (const { kind, id } of items) storedItem(doc, collectionOf(kind), id)?.set(REMOVED, false);
    for (const { kind, id, order } of orders) writeOrders(doc, collectionOf(kind), [{ id, order }]);
  },
};

/** Why these items cannot all be added, however many they are; null when they can. */
export function refuseNewItems(map: MapSnapshot, items: readonly NewItem[]): string | null {
  const seen = new Set<string>();
  for (const { kind, id } of items) {
    const table = map[collectionOf(kind)];
    if (!isId(id)) return 'This id cannot be used.';
    if (table.has(id) || table.removed.has(id) || seen.has(`${kind}/${id}`)) return 'This is on the map already.';
    seen.add(`${kind}/${id}`);
  }
  const together = withItems(map, items);
  for (const item of items) {
    const reason = refuseItem(together, item);
    if (reason !== null) return reason;
  }
  return null;
}

/** Writes new items that nobody sees yet, because they are marked as deleted; taking the mark away is what can be undone. */
export function writeUnseen(doc: Y.Doc, items: readonly NewItem[]): void {
  for (const { kind, id, fields } of items) {
    writeNew(doc, collectionOf(kind), id, fields);
    storedItem(doc, collectionOf(kind), id)?.set(REMOVED, true);
  }
}

function refuseItem(map: MapSnapshot, { kind, id, fields }: NewItem): string | null {
  const collection = collectionOf(kind);
  const malformed = refuseFields(fieldTable(collection), fields) ?? refuseDangling(map, collection, fields);
  if (malformed) return malformed;
  if (kind === 'step' && !fields.stage) return 'A step belongs to a stage.';
  if (kind === 'touchpoint') {
    const { place } = fields as Partial<Records['touchpoints']>;
    const lane = place && map.lanes.get(place.lane);
    if (lane && lane.kind !== 'department') return 'Touchpoints belong in department lanes; this lane holds notes.';
  }
  if (kind === 'handoff') {
    const { from = null, to = null } = fields as Partial<Records['handoffs']>;
    return refuseEnds(map, from, to, id);
  }
  return kind === 'metric' && !fields.on ? refuseMissing(map, 'step', '') : null;
}

/** The map as if the new items were on it, as far as references go. */
function withItems(map: MapSnapshot, items: readonly NewItem[]): MapSnapshot {
  const tables: Partial<Record<Collection, Table<{ readonly id: string }>>> = {};
  for (const collection of new Set(items.map(({ kind }) => collectionOf(kind)))) {
    const own: Table<{ readonly id: string }> = map[collection];
    const added = items
      .filter(({ kind }) => collectionOf(kind) === collection)
      .map(({ id, fields }) => ({ ...fields, id }));
    const byId = new Map([...own.byId, ...added.map((record) => [record.id, record] as const)]);
    tables[collection] = tableWith([...own.list, ...added], byId, own.removed, own.skipped);
  }
  // Only what references ask for is read: whether an item is there, and a lane's kind, which the schema has checked.
  return { ...map, ...tables } as MapSnapshot;
}
