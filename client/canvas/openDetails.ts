import type { ItemRef } from '../../shared/model/records.ts';
import { useView } from './viewStore.ts';

/** Selects an item and shows its details; where nothing is selected, they are of the map itself. */
export function openDetails(item: ItemRef | null): void {
  const { select, showPanel } = useView.getState();
  select(item ? [item] : []);
  showPanel('details');
}
