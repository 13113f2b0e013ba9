import { useEffect } from 'react';
import { collectionOf } from '../../shared/model/collections.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { backFromPanel } from '../panels/side/backFromPanel.ts';
import { exists } from './addItems.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { placeWasLost, typingWasLost } from './lostTyping.ts';
import { asUnplaced } from './putBack.ts';
import { useView } from './viewStore.ts';

/**
 * Lets go of what somebody else deleted: it is no longer selected, typed in or linked from, and the focus that went
 * with it goes to the canvas.
 */
export function useStillThere(): void {
  const canvas = useCanvas();
  useEffect(
    () =>
      canvas.session.store.subscribe(({ map }, before) => {
        if (map !== before.map) letGo(canvas);
      }),
    [canvas],
  );
}

function letGo(canvas: Canvas): void {
  const map = canvas.map();
  const isThere = ({ kind, id }: ItemRef) => map[collectionOf(kind)].has(id);
  const { selected, editing, cell, linkFrom, select, edit, enterCell, setTool } = useView.getState();
  const kept = selected.filter(isThere);
  const typedIn = editing && editing.kind !== 'map' && !isThere({ kind: editing.kind, id: editing.id });
  if (kept.length < selected.length) select(kept);
  if (typedIn) {
    edit(null);
    typingWasLost(canvas, editing);
  }
  const unplaced = editing && !typedIn && asUnplaced(canvas, editing.kind, editing.id);
  if (unplaced) {
    edit(null);
    placeWasLost(canvas, editing, unplaced);
  }
  // What was typed into a field beside the map is as lost as a title on it.
  const [kind, id = '', field = ''] = canvas.session.presence.state.editing?.split('/') ?? [];
  const inPanel = document.activeElement?.closest('[data-side-panel]') != null;
  const beside = inPanel && selected.find((item) => item.kind === kind && item.id === id && !isThere(item));
  if (beside) typingWasLost(canvas, { kind: beside.kind, id, field });
  if (cell && !exists(canvas, cell)) enterCell(null);
  if (linkFrom && !map.touchpoints.has(linkFrom)) setTool('select');
  const lost = typedIn || unplaced || kept.length < selected.length;
  // The element goes with the next rendering; then nothing has the focus.
  if (lost) {
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) backFromPanel();
    });
  }
}
