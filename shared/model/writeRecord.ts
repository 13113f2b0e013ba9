import * as Y from 'yjs';
import type { Field } from './fields.ts';
import { metaOf, rootOf, splitKey, storedItem, textFieldsOf } from './mapDoc.ts';
import { type AnyFields, type Collection, fieldTable, metaFields, type Records } from './records.ts';

/** Fields to write, by name; what is not named stays as it is. */
export type FieldsOf<C extends Collection> = Partial<Omit<Records[C], 'id'>>;

/**
 * Why these fields cannot be written, or null. The writer is as strict as the reader is forgiving, so that nothing
 * of ours ever needs the reader's mercy.
 */
export function refuseFields(fields: AnyFields, values: object): string | null {
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return `There is no field "${name}".`;
    if (!field.schema.safeParse(value).success) return `${quoted(value)} cannot be written as ${name}.`;
  }
  return null;
}

const quoted = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80);

/**
 * Adds an item with all its texts, so that two people who first type into one type into the same. A plain field of which
 * nothing is said yet is not written and reads as its default: with it, a large map would be twice as large.
 */
export function writeNew<C extends Collection>(doc: Y.Doc, collection: C, id: string, values: FieldsOf<C>): void {
  const item = new Y.Map<unknown>();
  rootOf(doc, collection).set(id, item);
  for (const name of textFieldsOf(collection)) item.set(name, new Y.Text());
  writeInto(item, fieldTable(collection), values);
}

/** Changes fields of an item that is there; a text is changed by the smallest splice, so others' typing beside it stays. */
export function writeFields<C extends Collection>(doc: Y.Doc, collection: C, id: string, values: FieldsOf<C>): void {
  const item = storedItem(doc, collection, id);
  if (!item) throw new Error(`No ${collection} item ${id} to write to`);
  writeInto(item, fieldTable(collection), values);
}

/** Changes fields of the map itself. */
export function writeMeta(doc: Y.Doc, values: object): void {
  writeInto(metaOf(doc), metaFields, values);
}

function writeInto(item: Y.Map<unknown>, table: AnyFields, values: object): void {
  for (const [name, value] of Object.entries(values)) {
    const field = table[name];
    if (field) writeField(item, name, field, value);
  }
}

function writeField(item: Y.Map<unknown>, name: string, field: Field<unknown>, value: unknown): void {
  switch (field.storage.kind) {
    case 'plain':
      // Writing what is there already would win over what somebody else writes at the same time.
      if (!isSame(item.has(name) ? item.get(name) : field.fallback, value)) item.set(name, value);
      break;
    case 'text':
      replaceText(textOf(item, name), String(value));
      break;
    case 'members':
      writeKeyed(item, name, new Map((value as readonly string[]).map((member) => [member, true])));
      break;
    case 'entries': {
      const { key } = field.storage;
      const entryOf = ({ [key]: member, ...rest }: Record<string, unknown>) => [String(member), rest] as const;
      writeKeyed(item, name, new Map((value as readonly Record<string, unknown>[]).map(entryOf)));
      break;
    }
    default:
      field.storage satisfies never;
  }
}

/** Touches only the members that differ: the others may be changing under somebody else's hands. */
function writeKeyed(item: Y.Map<unknown>, name: string, wanted: ReadonlyMap<string, unknown>): void {
  for (const key of [...item.keys()]) {
    const { field, member } = splitKey(key);
    // Taken out by a value, not by deleting the key: Yjs sees a value that came later, and no undo of somebody else's
    // writes over it; a deletion it does not see.
    if (field === name && member !== null && !wanted.has(member) && item.get(key) !== null) item.set(key, null);
  }
  for (const [member, value] of wanted) {
    const key = `${name}:${member}`;
    if (!isSame(item.get(key), value)) item.set(key, value);
  }
}

const isSame = (stored: unknown, value: unknown): boolean =>
  stored === value || (typeof stored === 'object' && JSON.stringify(stored) === JSON.stringify(value));

/** The Y.Text of a field, made now where an importer of another maker left a plain string or nothing. */
export function textOf(item: Y.Map<unknown>, name: string): Y.Text {
  const stored = item.get(name);
  if (stored instanceof Y.Text) return stored;
  const text = new Y.Text(typeof stored === 'string' ? stored : '');
  item.set(name, text);
  return text;
}

/** Makes a text equal to `next` by one deletion and one insertion between their common ends. */
export function replaceText(text: Y.Text, next: string): void {
  const splice = spliceBetween(text.toString(), next);
  if (splice.remove > 0) text.delete(splice.at, splice.remove);
  if (splice.insert) text.insert(splice.at, splice.insert);
}

/** Positions count UTF-16 units, as Yjs and text inputs do. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The smallest single splice that leads from one text to the other; never through the middle of a surrogate pair. */
export function spliceBetween(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (end > 0 && isLowSurrogate(before.charCodeAt(before.length - end))) end--;
  return {
    at: start,
    remove: before.length - start - end,
    insert: after.slice(start, after.length - end),
  };
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
