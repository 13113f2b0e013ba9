import type * as Y from 'yjs';
import type { ItemKind } from '../model/fields.ts';
import { metaOf, storedItem } from '../model/mapDoc.ts';
import { collectionOf, fieldTable, metaFields } from '../model/records.ts';
import { type Splice, textOf } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseMissing } from './refuse.ts';

/** A text on the map: a field of an item, or of the map itself. */
export type TextRef =
  | { readonly kind: ItemKind; readonly id: string; readonly field: string }
  | { readonly kind: 'map'; readonly field: string };

/**
 * Typing: one splice in one text, so that two people in the same title both keep what they typed. Splices are taken
 * against the text as the typist saw it, which is the document's, because remote changes reach the input first.
 */
export const editText: Command<TextRef & { readonly splice: Splice }> = {
  name: 'text.edit',
  label: 'Type',
  refuse(map, input) {
    const table = input.kind === 'map' ? metaFields : fieldTable(collectionOf(input.kind));
    const field = Object.hasOwn(table, input.field) ? table[input.field as keyof typeof table] : undefined;
    if (!field || (field as { storage: { kind: string } }).storage.kind !== 'text') return 'This is not a text.';
    return input.kind === 'map' ? null : refuseMissing(map, input.kind, input.id);
  },
  apply(doc, input) {
    const text = findText(doc, input);
    if (!text) return;
    const { at, remove, insert } = input.splice;
    const start = Math.min(Math.max(at, 0), text.length);
    const length = Math.min(Math.max(remove, 0), text.length - start);
    if (length > 0) text.delete(start, length);
    if (insert) text.insert(start, insert);
  },
};

/** The Y.Text behind a text on the map: inputs listen to it to keep the cursor where it belongs. */
export function findText(doc: Y.Doc, ref: TextRef): Y.Text | null {
  const item = ref.kind === 'map' ? metaOf(doc) : storedItem(doc, collectionOf(ref.kind), ref.id);
  return item && textOf(item, ref.field);
}
