import { collectionOf } from '../../../shared/model/collections.ts';
import type { ItemKind } from '../../../shared/model/fields.ts';
import type { ItemRef } from '../../../shared/model/records.ts';
import { useMap } from '../../session/SessionContext.tsx';

/** The selected items that are still on the map, and their kinds. */
export interface Selection {
  readonly kinds: readonly ItemKind[];
  readonly items: readonly ItemRef[];
}

export function useSelection(selected: readonly ItemRef[]): Selection {
  // Picked as one string, so that the panel renders again when an item comes or goes and not at every change.
  const gone = useMap((map) =>
    selected
      .filter(({ kind, id }) => !map[collectionOf(kind)].has(id))
      .map(({ id }) => id)
      .join(' '),
  );
  const missing = new Set(gone.split(' '));
  const items = selected.filter(({ id }) => !missing.has(id));
  return { items, kinds: [...new Set(items.map(({ kind }) => kind))] };
}
