import { useEffect } from 'react';
import { collectionOf } from '../../shared/model/collections.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useView } from '../canvas/viewStore.ts';
import type { MapSession } from '../session/session.ts';
import { openAbove, showRow } from './outlineMoves.ts';
import { rowKey } from './outlineRows.ts';
import { useOutline } from './outlineStore.ts';
import { bringIntoSight } from './useRowFocus.ts';

const LINES = new Set<ItemRef['kind']>(['stage', 'step', 'lane', 'touchpoint', 'note', 'handoff']);

/** The first of the items that has a line here. */
export const lineOf = (map: MapSnapshot, items: readonly ItemRef[]): ItemRef | undefined =>
  items.find(({ kind, id }) => LINES.has(kind) && map[collectionOf(kind)].has(id));

/** Whoever asks to be shown an item while the outline is open sees its line. */
export function useShownRow(session: MapSession): void {
  useEffect(
    () =>
      useView.subscribe(({ goTo }, before) => {
        if (!goTo || goTo === before.goTo) return;
        const item = lineOf(session.store.getState().map, goTo.items);
        if (!item) return;
        // Whoever reads the list beside it stays there.
        if (!document.activeElement?.closest('[data-side-panel]')) {
          showRow(session, item);
          return;
        }
        openAbove(session, item);
        useOutline.setState({ current: rowKey(item) });
        requestAnimationFrame(() => {
          const row = document.querySelector(`[data-row="${CSS.escape(rowKey(item))}"]`);
          if (row) bringIntoSight(row, 'center');
        });
      }),
    [session],
  );
}
