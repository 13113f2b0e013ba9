import { foldTitle } from '../import/cells.ts';
import type { ItemKind } from '../model/fields.ts';
import { outlineOf } from '../model/outline.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** Items by what they are called, also within something: a step in its stage. Of several with one name the first counts. */
export class Names {
  readonly #ids = new Map<string, string>();

  add(name: string, id: string, within: string | null = null): void {
    for (const key of new Set([keyOf(name, null), keyOf(name, within)]))
      if (!this.#ids.has(key)) this.#ids.set(key, id);
  }

  /** Null: within anything. */
  find(name: string, within: string | null = null): string | undefined {
    return this.#ids.get(keyOf(name, within));
  }
}

const keyOf = (name: string, within: string | null): string => `${within ?? ''}\n${foldTitle(name)}`;

const NAMED = ['stage', 'step', 'lane', 'person'] as const satisfies readonly ItemKind[];
/** What a text calls by name. */
export type NamedKind = (typeof NAMED)[number];
export const isNamed = (kind: ItemKind): kind is NamedKind => NAMED.some((named) => named === kind);

/** Where nothing has a name yet. */
export const emptyNames = (): Record<NamedKind, Names> => ({
  stage: new Names(),
  step: new Names(),
  lane: new Names(),
  person: new Names(),
});

/** What is on a map: steps within their stage, lanes within their kind. */
export function namesOn(map: MapSnapshot): Record<NamedKind, Names> {
  const names = emptyNames();
  for (const { id, title } of map.stages.list) names.stage.add(title, id);
  for (const { id, title, stage } of outlineOf(map).steps) names.step.add(title, id, stage);
  for (const { id, title, kind } of map.lanes.list) names.lane.add(title, id, kind);
  for (const { id, name } of map.people.list) names.person.add(name, id);
  return names;
}
