import { collectionOf } from '../model/collections.ts';
import type { ItemKind } from '../model/fields.ts';
import { type Collection, fieldTable, type MeasuredItem, type Place } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { isTitle, TITLE_LIMIT, tooLong } from '../model/titles.ts';

/** What people call the kinds of items, in the middle of a sentence. */
export const KIND_NAMES: Readonly<Record<ItemKind, string>> = {
  stage: 'stage',
  step: 'step',
  lane: 'lane',
  touchpoint: 'touchpoint',
  note: 'note',
  handoff: 'hand-off',
  metric: 'metric',
  person: 'person',
  persona: 'persona',
  initiative: 'initiative',
};

/** Refuses an item that is not there (any more). */
export const refuseMissing = (map: MapSnapshot, kind: ItemKind, id: string): string | null =>
  map[collectionOf(kind)].has(id) ? null : `This ${KIND_NAMES[kind]} was just removed.`;

/**
 * Refuses references that lead nowhere at the moment of writing. Later they may dangle, because somebody deletes what
 * they lead to; then nothing is lost and readers cope. So those that `before` held already are let through: whoever
 * changes the rest of a set must not be held up by a lane that is gone.
 */
export function refuseDangling(
  map: MapSnapshot,
  collection: Collection,
  fields: object,
  before?: object,
): string | null {
  const table = fieldTable(collection);
  for (const [name, value] of Object.entries(fields)) {
    const kind = table[name]?.refersTo;
    if (kind) {
      const held = new Set(listOf((before as Record<string, unknown> | undefined)?.[name]));
      for (const id of listOf(value)) {
        const reason = id === null || held.has(id) ? null : refuseMissing(map, kind, id as string);
        if (reason) return reason;
      }
    }
    // The schema has been asked before, so these two are what their names say.
    if (name === 'place' && value !== null) {
      const reason = refusePlace(map, value as Place);
      if (reason) return reason;
    }
    if (name === 'on' && value !== null) {
      const { kind: measured, id } = value as MeasuredItem;
      const reason = refuseMissing(map, measured, id);
      if (reason) return reason;
    }
  }
  return null;
}

/** Refuses titles and names that are too long, unless they are no longer than they were. */
export function refuseLongTitles(fields: object, before?: object): string | null {
  for (const [name, value] of Object.entries(fields)) {
    if (!isTitle(name) || typeof value !== 'string') continue;
    const had = String((before as Record<string, unknown> | undefined)?.[name] ?? '').length;
    if (value.length > Math.max(TITLE_LIMIT, had)) return tooLong(name);
  }
  return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Refuses a cell whose step or lane is gone. */
export const refusePlace = (map: MapSnapshot, { step, lane }: Place): string | null =>
  refuseMissing(map, 'step', step) ?? refuseMissing(map, 'lane', lane);
