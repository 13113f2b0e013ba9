import * as Y from 'yjs';

/**
 * Yjs reads the values of an item one by one into an empty list, and with the first V8 makes room for seventeen: most
 * items hold one. That room is a seventh of the memory a map takes, so the lists are made as long as they need be.
 *
 * @param from the clock from which on the items are new to the document
 */
export function tightenValues(doc: Y.Doc, client: number, from: number): void {
  const items = doc.store.clients.get(client) ?? [];
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (!item || item.id.clock + item.length <= from) return;
    // A copy has no more room than it needs.
    if (item instanceof Y.Item && item.content instanceof Y.ContentAny) item.content.arr = item.content.arr.slice();
  }
}
