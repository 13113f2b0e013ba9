import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { useView } from '../../canvas/viewStore.ts';

/**
 * Brings the whole place of a gap into view and selects the one item that tells most: with all of them selected,
 * a press of Delete would take away far more than anybody means.
 */
export function goToGap({ items }: Pick<Finding, 'items'>): void {
  const { show, select } = useView.getState();
  show(items);
  select(items.slice(0, 1));
}
