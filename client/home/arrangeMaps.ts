import type { MapEntry } from '../../shared/protocol/http.ts';
import { titleOf } from './mapWords.ts';

export const ORDERS = [
  { value: 'changed', label: 'Last changed' },
  { value: 'name', label: 'Name' },
  { value: 'created', label: 'Newest' },
] as const;
export type Order = (typeof ORDERS)[number]['value'];

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const COMPARE: Readonly<Record<Order, (a: MapEntry, b: MapEntry) => number>> = {
  changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  name: (a, b) => byName.compare(titleOf(a), titleOf(b)),
  created: (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** The maps whose title or owner has all the words that were typed, in the chosen order. */
export function arrangeMaps<T extends MapEntry>(maps: readonly T[], search: string, order: Order): readonly T[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const fits = (map: MapEntry) => {
    const { owner, role } = map;
    // One's own name stands on every map of one's own, so it finds nothing.
    const text = plain(role === 'owner' ? titleOf(map) : `${titleOf(map)} ${owner?.name ?? ''}`);
    return words.every((word) => text.includes(word));
  };
  return maps.filter(fits).sort((a, b) => COMPARE[order](a, b) || a.id.localeCompare(b.id));
}

/** Capital letters and accents do not matter to who searches. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en');
