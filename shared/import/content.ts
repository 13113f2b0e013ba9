import type * as Y from 'yjs';
import { COLLECTIONS } from '../model/collections.ts';
import { type Field, TEXT_LIMIT } from '../model/fields.ts';
import { isId } from '../model/ids.ts';
import { newMapDoc, SCHEMA_VERSION } from '../model/mapDoc.ts';
import { type AnyFields, type Collection, fieldTable, metaFields } from '../model/records.ts';
import { cutTitle } from '../model/titles.ts';
import { type FieldsOf, writeMeta, writeNew } from '../model/writeRecord.ts';
import { wellFormed } from './cells.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

/** What a file says a map holds, unread: values by field name, item by item. */
export interface RawContent {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly items: ReadonlyMap<Collection, readonly RawItem[]>;
}

export interface RawItem {
  readonly id: unknown;
  /** Where it stands, for warnings: row and what the file calls its place. */
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * A document with what the file says. Readers forgive: a wrong value becomes what stands there anyway, and an item
 * without an id gets a new one; both are said, row by row.
 */
export function docOfContent(
  { meta, items }: RawContent,
  { newId, clientId, title }: { newId: () => string; clientId?: number; title: string },
  warnings: WarningList,
): Y.Doc {
  const doc = newMapDoc(title, clientId);
  doc.transact(() => {
    writeMeta(
      doc,
      // What is wrong with the map's own fields stands in nobody's way; what is cut is missed.
      readValues(metaFields, meta, (field, _value, text) => text && cutOff(warnings, 1, `map.${field}`, text)),
    );
    for (const collection of COLLECTIONS) {
      const seen = new Set<string>();
      for (const item of items.get(collection) ?? []) {
        const warn: Warn = (field, value, text) =>
          text === undefined
            ? warnOf(warnings, item, collection, field, value)
            : cutOff(warnings, item.row, `${collection}.${field}`, text);
        const values = readValues(fieldTable(collection), item.values, warn);
        let id = item.id;
        if (!isId(id) || seen.has(id)) {
          if (id !== undefined && id !== '') warn('id', id);
          id = newId();
        }
        // isId has just said so, or newId made it.
        seen.add(id as string);
        writeNew(doc, collection, id as string, values as FieldsOf<typeof collection>);
      }
    }
  });
  return doc;
}

/** Whether a version of the form is one that this program knows. */
export const isKnownVersion = (version: unknown): boolean =>
  typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= SCHEMA_VERSION;

/** Told of a value that cannot be taken, or of a text that can in part. */
type Warn = (field: string, value: unknown, tooLong?: string) => void;

function cutOff(warnings: WarningList, row: number, column: string, text: string): void {
  const limit = TEXT_LIMIT.toLocaleString('en');
  warnings.add(row, column, short(text), `A text has at most ${limit} characters: what is more was left out.`);
}

function warnOf(warnings: WarningList, { row }: RawItem, collection: Collection, field: string, value: unknown): void {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 80);
  warnings.add(row, `${collection}.${field}`, shown, `${shown} cannot be a value of “${field}”. It was left out.`);
}

function readValues(table: AnyFields, values: Readonly<Record<string, unknown>>, warn: Warn): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(table)) {
    if (!Object.hasOwn(values, name)) continue;
    const value = readField(field, values[name], (tooLong) => warn(name, values[name], tooLong));
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function readField(field: Field<unknown>, value: unknown, warn: (tooLong?: string) => void): unknown {
  const { storage } = field;
  if (storage.kind === 'text') {
    if (typeof value === 'string') {
      const text = wellFormed(value);
      if (text.length > TEXT_LIMIT) warn(text);
      return cutTitle(text, TEXT_LIMIT).title;
    }
    warn();
    return undefined;
  }
  if (storage.kind === 'plain') {
    const result = field.schema.safeParse(typeof value === 'string' ? wellFormed(value) : value);
    if (result.success) return result.data;
    warn();
    return undefined;
  }
  if (!Array.isArray(value)) {
    warn();
    return undefined;
  }
  // One bad member must not cost the others.
  return value.flatMap((member: unknown) => {
    const result = field.schema.safeParse([typeof member === 'string' ? wellFormed(member) : member]);
    if (!result.success) warn();
    // The parsed one, without what a stranger put beside its fields.
    return result.success && Array.isArray(result.data) ? result.data : [];
  });
}
