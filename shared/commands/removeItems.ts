import { collectionOf } from '../model/collections.ts';
import { REMOVED, storedItem } from '../model/mapDoc.ts';
import type { ItemRef } from '../model/records.ts';
import type { Command } from './command.ts';

/**
 * Deletes items. Nothing is destroyed and nothing is deleted along: what stood in a deleted step, stage or lane waits
 * in the tray, and hand-offs of a deleted touchpoint come back with it.
 */
export const removeItems: Command<{ readonly items: readonly ItemRef[] }> = {
  name: 'items.remove',
  label: 'Delete',
  refuse: (map, { items }) =>
    items.some(({ kind, id }) => map[collectionOf(kind)].has(id)) ? null : 'This was deleted already.',
  apply(doc, { items }, map) {
    for (const { kind, id } of items) {
      const collection = collectionOf(kind);
      if (map[collection].has(id)) storedItem(doc, collection, id)?.set(REMOVED, true);
    }
  },
};
