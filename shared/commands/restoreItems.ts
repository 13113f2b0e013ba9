import { collectionOf } from '../model/collections.ts';
import { REMOVED, storedItem } from '../model/mapDoc.ts';
import type { ItemRef } from '../model/records.ts';
import type { Command } from './command.ts';

/** Brings deleted items back, with everything others wrote into them meanwhile. */
export const restoreItems: Command<{ readonly items: readonly ItemRef[] }> = {
  name: 'items.restore',
  label: 'Restore',
  refuse: (map, { items }) =>
    items.some(({ kind, id }) => map[collectionOf(kind)].removed.has(id)) ? null : 'This is on the map already.',
  apply(doc, { items }, map) {
    for (const { kind, id } of items) {
      const collection = collectionOf(kind);
      if (map[collection].removed.has(id)) storedItem(doc, collection, id)?.set(REMOVED, false);
    }
  },
};
