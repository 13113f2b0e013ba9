import type { ItemRef } from '../../shared/model/records.ts';
import { rowKey } from './outlineRows.ts';
import { useOutline } from './outlineStore.ts';

/**
 * Whether Tab stops at the buttons of a line: only at those of the current one, so that Tab leads through the page and
 * the arrows through the map.
 */
export const useTabStop = (key: string): 0 | -1 => useOutline(({ current }) => (current === key ? 0 : -1));

export const useItemTabStop = (item: ItemRef): 0 | -1 => useTabStop(rowKey(item));
