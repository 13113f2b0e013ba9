import type { ItemRef } from '../../shared/model/records.ts';
import { itemKey } from './items.ts';
import { sameItem, useView } from './viewStore.ts';

/** The attributes by which an item's element is found and looks selected or pointed at. */
export function useItemView(item: ItemRef) {
  const selected = useView((view) => view.selected.some((other) => sameItem(other, item)));
  const highlighted = useView((view) => view.highlighted.some((other) => sameItem(other, item)));
  return {
    'data-spot': itemKey(item),
    'data-selected': selected || undefined,
    'data-highlighted': highlighted || undefined,
    tabIndex: -1,
  };
}
