import { create } from 'zustand';
import { recall, remember } from '../ui/remembered.ts';
import { ORDERS, type Order } from './arrangeMaps.ts';

/** How one looks at the list of maps; the order is kept in this browser, what was searched for is not. */
interface HomeView {
  readonly search: string;
  readonly order: Order;
}

const KEY = 'throughline.map-order';

function readOrder(): Order {
  const stored = recall(KEY);
  return ORDERS.find(({ value }) => value === stored)?.value ?? 'changed';
}

export const useHomeView = create<HomeView>(() => ({ search: '', order: readOrder() }));

export const searchMaps = (search: string): void => useHomeView.setState({ search });

export function orderMaps(order: Order): void {
  useHomeView.setState({ order });
  remember(KEY, order);
}
