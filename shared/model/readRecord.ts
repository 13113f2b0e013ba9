import * as Y from 'yjs';
import { type Field, TEXT_LIMIT } from './fields.ts';
import { isId } from './ids.ts';
import { REMOVED, splitKey } from './mapDoc.ts';
import { type AnyFields, type Collection, fieldTable, type Meta, metaFields, type Records } from './records.ts';

/** One stored item: there, deleted but kept, or nothing that can be read. */
export type Read<T> =
  | { readonly status: 'live'; readonly record: T }
  | { readonly status: 'removed'; readonly record: T }
  | { readonly status: 'unreadable' };

/**
 * Older versions and strangers write into the document too, so this never throws: a wrong field becomes its
 * default, and what is no item at all is `unreadable`, to be skipped and counted.
 */
export function readRecord<C extends Collection>(collection: C, id: string, stored: unknown): Read<Records[C]> {
  if (!isId(id) || !(stored instanceof Y.Map)) return { status: 'unreadable' };
  const fields = readFields(fieldTable(collection), stored);
  // The table of fields and the type of the record are the same declaration; only the loop cannot know it.
  const record = { id, ...fields } as unknown as Records[C];
  return { status: stored.get(REMOVED) === true ? 'removed' : 'live', record };
}

/** The map's own fields, each with its default where nothing (or nonsense) is stored. */
export const readMeta = (stored: Y.Map<unknown>): Meta => readFields(metaFields, stored) as unknown as Meta;

function readFields(fields: AnyFields, stored: Y.Map<unknown>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  let keyed = false;
  for (const [name, field] of Object.entries(fields)) {
    if (field.storage.kind === 'text') record[name] = readText(stored.get(name));
    else if (field.storage.kind === 'plain') record[name] = readPlain(field, stored.get(name));
    else keyed = true;
  }
  if (keyed) readKeyed(fields, stored, record);
  return record;
}

/** Text as it is shown. A plain string is accepted: importers of other makers write those. */
function readText(stored: unknown): string {
  const text = stored instanceof Y.Text ? stored.toString() : typeof stored === 'string' ? stored : '';
  return text.length > TEXT_LIMIT ? text.slice(0, TEXT_LIMIT) : text;
}

function readPlain(field: Field<unknown>, stored: unknown): unknown {
  // Asking the schema about every field took half the time of reading a map.
  if (stored === undefined || stored === field.fallback) return field.fallback;
  if (field.isSure?.(stored)) return stored;
  const result = field.schema.safeParse(stored);
  return result.success ? result.data : field.fallback;
}

function readKeyed(fields: AnyFields, stored: Y.Map<unknown>, record: Record<string, unknown>): void {
  const found = new Map<string, unknown[]>();
  // Sorted by member, not by the order in which Yjs happens to hold the keys, which differs between people.
  const keys = [...stored.keys()].filter((key) => key.includes(':')).sort();
  for (const key of keys) {
    const { field: name, member } = splitKey(key);
    if (member === null) continue;
    const field = fields[name];
    const value = field && readMember(field, member, stored.get(key));
    if (value === undefined) continue;
    const values = found.get(name);
    if (values) values.push(value);
    else found.set(name, [value]);
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.storage.kind === 'members' || field.storage.kind === 'entries') {
      record[name] = found.get(name) ?? field.fallback;
    }
  }
}

/** One member of a set or one entry of a list; undefined when it was taken out or is nonsense. */
function readMember(field: Field<unknown>, member: string, value: unknown): unknown {
  const { storage } = field;
  if (storage.kind === 'members') {
    return value === true && storage.member.safeParse(member).success ? member : undefined;
  }
  if (storage.kind === 'entries' && typeof value === 'object' && value !== null && !(value instanceof Y.AbstractType)) {
    const result = field.schema.safeParse([{ ...value, [storage.key]: member }]);
    return result.success ? (result.data as readonly unknown[])[0] : undefined;
  }
  return undefined;
}
