import { collectionOf } from '../model/collections.ts';
import type { ItemKind } from '../model/fields.ts';
import { fieldTable, type Records } from '../model/records.ts';
import { refuseFields, writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseDangling, refuseLongTitles, refuseMissing } from './refuse.ts';

/** Fields that have a command of their own, because they are refused by other things than their form. */
const OWN_COMMAND = new Set(['order', 'place', 'stage', 'from', 'to']);

type Fields<K extends ItemKind> = Partial<
  Omit<Records[ReturnType<typeof collectionOf<K>>], 'id' | 'order' | 'place' | 'stage' | 'from' | 'to'>
>;

/** The same change of one kind of item; a union over the kinds, so that fields and kind always fit. */
export type ItemChange = {
  [K in ItemKind]: {
    readonly kind: K;
    readonly ids: readonly string[];
    readonly fields: Fields<K>;
  };
}[ItemKind];

/** Changes fields of items, several at once as one undo step. A text given whole is changed by the smallest splice. */
export const changeItems: Command<ItemChange> = {
  name: 'items.change',
  label: 'Change',
  refuse(map, { kind, ids, fields }) {
    const collection = collectionOf(kind);
    const moved = Object.keys(fields).find((name) => OWN_COMMAND.has(name));
    if (moved) return `"${moved}" is changed by moving the item.`;
    const gone = ids.map((id) => refuseMissing(map, kind, id)).find((reason) => reason !== null);
    const malformed = gone ?? refuseFields(fieldTable(collection), fields);
    if (malformed) return malformed;
    const dangling = ids.map((id) => {
      const before = map[collection].get(id);
      return refuseLongTitles(fields, before) ?? refuseDangling(map, collection, fields, before);
    });
    return dangling.find((reason) => reason !== null) ?? null;
  },
  apply(doc, { kind, ids, fields }) {
    for (const id of ids) writeFields(doc, collectionOf(kind), id, fields);
  },
};

/** The same for one item, which is the usual case. */
export const changeOf = <K extends ItemKind>(kind: K, id: string, fields: Fields<K>): ItemChange =>
  // The union above says no more than this signature; TypeScript cannot follow a generic into it.
  ({ kind, ids: [id], fields }) as unknown as ItemChange;
