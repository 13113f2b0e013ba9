import type * as Y from 'yjs';
import { collectionOf } from '../model/collections.ts';
import type { ItemKind } from '../model/fields.ts';
import { isId } from '../model/ids.ts';
import { REMOVED, storedItem } from '../model/mapDoc.ts';
import { type Collection, fieldTable, type Records } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { type FieldsOf, refuseFields, writeFields, writeNew } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { type Ordered, type OrderWrite, placeBefore } from './order.ts';
import { refuseDangling, refuseLongTitles } from './refuse.ts';

type CollectionOf<K extends ItemKind> = ReturnType<typeof collectionOf<K>>;
type RecordOf<K extends ItemKind> = Records[CollectionOf<K>];

/** What every "add" command takes: the new id, where among its siblings it goes, and what is known already. */
export interface AddInput<K extends ItemKind> {
  readonly id: RecordOf<K>['id'];
  readonly fields?: FieldsOf<CollectionOf<K>>;
  /** The sibling it goes before; null or left out: at the end. */
  readonly before?: RecordOf<K>['id'] | null;
}

interface AddOptions<K extends ItemKind> {
  readonly kind: K;
  readonly label: string;
  /** What this kind demands beyond sound fields and references. */
  readonly refuse?: (map: MapSnapshot, input: AddInput<K>) => string | null;
  /** The items it is put in order with; left out where order means nothing. */
  readonly siblings?: (map: MapSnapshot, input: AddInput<K>) => readonly Ordered[];
}

/** An "add" command for one kind of item; the kinds differ only in what they demand and what they are ordered among. */
export function addItem<K extends ItemKind>(options: AddOptions<K>): Command<AddInput<K>> {
  const collection: Collection = collectionOf(options.kind);
  return {
    name: `${options.kind}.add`,
    label: options.label,
    refuse(map, input) {
      const fields = input.fields ?? {};
      if (!isId(input.id)) return 'This id cannot be used.';
      if (map[collection].has(input.id) || map[collection].removed.has(input.id)) return 'This is on the map already.';
      return (
        refuseFields(fieldTable(collection), fields) ??
        refuseLongTitles(fields) ??
        refuseDangling(map, collection, fields) ??
        options.refuse?.(map, input) ??
        null
      );
    },
    prepare(doc, input, map) {
      const [own] = ordersOf(map, input);
      // An order that comes with the fields wins: a paste or an import knows better.
      const order = own ? { order: own.order } : {};
      writeNew(doc, collection, input.id, { ...order, ...input.fields });
      storedItem(doc, collection, input.id)?.set(REMOVED, true);
    },
    apply(doc, input, map) {
      storedItem(doc, collection, input.id)?.set(REMOVED, false);
      const [, ...others] = ordersOf(map, input);
      if (!input.fields || !('order' in input.fields)) writeOrders(doc, collection, others);
    },
  };

  /** The new item's place among its siblings, and new places of those that must make room. */
  function ordersOf(map: MapSnapshot, input: AddInput<K>): OrderWrite[] {
    const siblings = options.siblings?.(map, input);
    return siblings ? placeBefore(siblings, [input.id], input.before ?? null) : [];
  }
}

/** Writes new order keys of items that are there. */
export function writeOrders(
  doc: Y.Doc,
  collection: Collection,
  orders: readonly { id: string; order: string }[],
): void {
  for (const { id, order } of orders) {
    if (storedItem(doc, collection, id)) writeFields(doc, collection, id, { order });
  }
}
