import * as Y from 'yjs';
import { collectionOf } from '../model/collections.ts';
import { type ItemKind, TEXT_LIMIT } from '../model/fields.ts';
import { metaOf, storedItem } from '../model/mapDoc.ts';
import { fieldTable, metaFields } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { isTitle, TITLE_LIMIT, tooLong } from '../model/titles.ts';
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
    if (input.kind !== 'map') {
      const gone = refuseMissing(map, input.kind, input.id);
      if (gone) return gone;
    }
    const { remove, insert } = input.splice;
    const grows = insert.length > remove;
    const limit = isTitle(input.field) ? TITLE_LIMIT : TEXT_LIMIT;
    if (!grows || lengthOf(map, input) + insert.length - remove <= limit) return null;
    return isTitle(input.field)
      ? tooLong(input.field)
      : `A text has at most ${TEXT_LIMIT.toLocaleString('en')} characters. Nothing was added.`;
  },
  apply(doc, input) {
    const item = itemOf(doc, input);
    if (!item) return;
    const text = textOf(item, input.field);
    const { at, remove, insert } = input.splice;
    const current = text.toString();
    const start = wholeBefore(current, Math.min(Math.max(at, 0), current.length));
    const end = Math.min(Math.max(at + remove, start), current.length);
    const length = remove > 0 ? wholeAfter(current, end) - start : 0;
    if (length > 0) text.delete(start, length);
    if (insert) text.insert(start, insert);
  },
};

/**
 * Yjs cannot hold half an emoji: it would turn both halves into replacement characters, for good. So a splice that
 * begins or ends inside a surrogate pair takes the whole of it.
 */
const splitsPair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
const wholeBefore = (text: string, at: number) => (at > 0 && splitsPair(text, at) ? at - 1 : at);
const wholeAfter = (text: string, at: number) => (at > 0 && splitsPair(text, at) ? at + 1 : at);

/** The Y.Text behind a text on the map, to listen to. Null where there is none: looking at a map writes nothing. */
export function findText(doc: Y.Doc, ref: TextRef): Y.Text | null {
  const stored = itemOf(doc, ref)?.get(ref.field);
  return stored instanceof Y.Text ? stored : null;
}

const itemOf = (doc: Y.Doc, ref: TextRef): Y.Map<unknown> | null =>
  ref.kind === 'map' ? metaOf(doc) : storedItem(doc, collectionOf(ref.kind), ref.id);

function lengthOf(map: MapSnapshot, ref: TextRef): number {
  const record: object | undefined = ref.kind === 'map' ? map.meta : map[collectionOf(ref.kind)].get(ref.id);
  return String((record as Record<string, unknown> | undefined)?.[ref.field] ?? '').length;
}
