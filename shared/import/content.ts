import type * as Y from 'yjs';
import { COLLECTIONS } from '../model/collections.ts';
import { type Field, TEXT_LIMIT } from '../model/fields.ts';
import { isId } from '../model/ids.ts';
import { newMapDoc, SCHEMA_VERSION } from '../model/mapDoc.ts';
import { type AnyFields, type Collection, fieldTable, metaFields } from '../model/records.ts';
import { type FieldsOf, writeMeta, writeNew } from '../model/writeRecord.ts';
import { wellFormed } from './cells.ts';
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
      readValues(metaFields, meta, () => undefined),
    );
    for (const collection of COLLECTIONS) {
      const seen = new Set<string>();
      for (const item of items.get(collection) ?? []) {
        const warn = (field: string, value: unknown) => warnOf(warnings, item, collection, field, value);
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

function warnOf(warnings: WarningList, { row }: RawItem, collection: Collection, field: string, value: unknown): void {
  const shown = (JSON.stringify(value) ?? String(value)).slice(0, 80);
  warnings.add(row, `${collection}.${field}`, shown, `${shown} cannot be a value of “${field}”. It was left out.`);
}

function readValues(
  table: AnyFields,
  values: Readonly<Record<string, unknown>>,
  warn: (field: string, value: unknown) => void,
): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(table)) {
    if (!Object.hasOwn(values, name)) continue;
    const value = readField(field, values[name], () => warn(name, values[name]));
    if (value !== undefined) read[name] = value;
  }
  return read;
}

function readField(field: Field<unknown>, value: unknown, warn: () => void): unknown {
  const { storage } = field;
  if (storage.kind === 'text') {
    if (typeof value === 'string') return wellFormed(value).slice(0, TEXT_LIMIT);
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
