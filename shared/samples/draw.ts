import { generateNKeysBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import { type Id, idOf } from '../model/ids.ts';
import type { Collection } from '../model/records.ts';
import { type FieldsOf, writeNew } from '../model/writeRecord.ts';

/** The kind of id that items of a collection have. */
type KindOf = {
  stages: 'stage';
  steps: 'step';
  lanes: 'lane';
  touchpoints: 'touchpoint';
  notes: 'note';
  handoffs: 'handoff';
  metrics: 'metric';
  people: 'person';
  personas: 'persona';
  initiatives: 'initiative';
};

const UNORDERED: ReadonlySet<Collection> = new Set(['handoffs', 'people']);

/**
 * Writes items under names by which others refer to them: `draw('lanes', { sales: {...} }).sales` is the new lane's
 * id. They stand in the order in which they are written down here.
 */
export function drawer(doc: Y.Doc, newId: () => string) {
  return <C extends keyof KindOf, Name extends string>(
    collection: C,
    items: Readonly<Record<Name, FieldsOf<C>>>,
  ): Readonly<Record<Name, Id<KindOf[C]>>> => {
    const entries = Object.entries<FieldsOf<C>>(items);
    const orders = generateNKeysBetween(null, null, entries.length);
    const ids = entries.map(([name, fields], index) => {
      const id = idOf<KindOf[C]>(newId());
      const order = UNORDERED.has(collection) ? {} : { order: orders[index] };
      writeNew(doc, collection, id, { ...order, ...fields });
      return [name, id];
    });
    // One entry for each name that came in.
    return Object.fromEntries(ids) as Readonly<Record<Name, Id<KindOf[C]>>>;
  };
}

/** The first days of the last months, oldest first, as `2026-11-01`. */
export function monthsBefore(today: string, count: number): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const months = year * 12 + (month - 1) - (count - 1 - index);
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  });
}

/** A month so many after today's, its 15th day. */
export function inMonths(today: string, count: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = year * 12 + (month - 1) + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-15`;
}
