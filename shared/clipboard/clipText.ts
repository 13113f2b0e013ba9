import { PASTE_LIMIT } from '../commands/addItems.ts';
import { isId } from '../model/ids.ts';
import { type Collection, fieldTable } from '../model/records.ts';
import type { Clip } from './clip.ts';

const LISTS = ['stages', 'steps', 'lanes', 'touchpoints', 'notes', 'handoffs', 'metrics', 'people'] as const;
const UNITS = ['cards', 'steps', 'stages'] as const;
/** One more than a paste may add: what is too much is refused in words, and not cut. */
const MOST = PASTE_LIMIT + 1;

export const writeClip = (clip: Clip): string => JSON.stringify({ throughline: 1, ...clip });

/**
 * Reads what was copied, perhaps by another version or by no program of ours: a wrong field becomes its default, an
 * item without an id is left out. Null when it is no piece of a map at all.
 */
export function readClip(text: string): Clip | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(stored) || stored.throughline !== 1) return null;
  const { unit } = stored;
  const known = UNITS.find((one) => one === unit);
  if (!known) return null;
  const lists = Object.fromEntries(LISTS.map((name) => [name, readList(name, stored[name])]));
  // Every list was read by the fields of its own collection.
  return { unit: known, ...lists } as unknown as Clip;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function readList(collection: Collection, stored: unknown): readonly object[] {
  const seen = new Set<string>();
  return (Array.isArray(stored) ? stored.slice(0, MOST) : []).flatMap((item: unknown) => {
    if (!isObject(item) || !isId(item.id) || seen.has(item.id)) return [];
    seen.add(item.id);
    const fields = Object.entries(fieldTable(collection)).map(([name, { schema, fallback }]) => {
      const value = Object.hasOwn(item, name) ? schema.safeParse(item[name]) : null;
      return [name, value?.success ? value.data : fallback] as const;
    });
    return [{ id: item.id, ...Object.fromEntries(fields) }];
  });
}
