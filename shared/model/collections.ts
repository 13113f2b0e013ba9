import type { ItemKind } from './fields.ts';
import type { Collection, ItemRef } from './records.ts';
import type { MapSnapshot } from './snapshot.ts';

/** What is known of collections without their schemas: readers of finished snapshots, exports first, need no more. */
const kindIn = {
  stages: 'stage',
  steps: 'step',
  lanes: 'lane',
  touchpoints: 'touchpoint',
  notes: 'note',
  handoffs: 'handoff',
  metrics: 'metric',
  people: 'person',
  personas: 'persona',
  initiatives: 'initiative',
  gapStates: null,
} as const satisfies Record<Collection, ItemKind | null>;

/** The collections of a map in the order in which they are presented. */
export const COLLECTIONS = Object.keys(kindIn) as readonly Collection[];

type CollectionOf<K extends ItemKind> = { [C in Collection]: (typeof kindIn)[C] extends K ? C : never }[Collection];

const collectionOfKind = Object.fromEntries(COLLECTIONS.map((collection) => [kindIn[collection], collection]));

/** Where items of a kind live: a `person` in `people`. */
export const collectionOf = <K extends ItemKind>(kind: K): CollectionOf<K> => collectionOfKind[kind] as CollectionOf<K>;

/** What an item is called on screen: its title, name or text. */
export function titleOf(record: { readonly title?: string; readonly name?: string; readonly text?: string }): string {
  return record.title ?? record.name ?? record.text ?? '';
}

/** What an item of the map is called; a hand-off has no name of its own. */
export const nameOf = (map: MapSnapshot, { kind, id }: ItemRef): string =>
  kind === 'handoff' ? '' : titleOf(map[collectionOf(kind)].get(id) ?? {});
