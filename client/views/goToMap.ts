import type { ItemRef } from '../../shared/model/records.ts';
import { useView } from '../canvas/viewStore.ts';
import { chooseView } from './viewChoice.ts';

/** Shows items where they stand: on the map, in sight and selected. */
export function goToMap(items: readonly ItemRef[]): void {
  chooseView('map');
  useView.getState().show(items);
}
