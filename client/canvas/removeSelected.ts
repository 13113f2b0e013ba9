import { KIND_NAMES } from '../../shared/commands/refuse.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { restoreItems } from '../../shared/commands/restoreItems.ts';
import { collectionOf, nameOf } from '../../shared/model/collections.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { toast } from '../ui/toasts.ts';
import type { Canvas } from './canvasContext.ts';
import { focusCanvas, focusSpot } from './focusSpot.ts';
import { cellOfSpot, type Spot } from './spots.ts';
import { useView } from './viewStore.ts';

/** Deletes what is selected; the focus goes to the cell it was in, so that the keyboard goes on from there. */
export function removeSelected(canvas: Canvas): void {
  const { selected } = useView.getState();
  const items = selected.filter(({ kind, id }) => canvas.map()[collectionOf(kind)].has(id));
  if (items.length > 0) removeAndTell(canvas, items);
}

export function removeAndTell(canvas: Canvas, items: readonly ItemRef[]): void {
  const map = canvas.map();
  const [first] = items;
  const cell = first && cellOfSpot(canvas.layout(), first as Spot);
  const title = first ? nameOf(map, first) : '';
  if (canvas.session.run(removeItems, { items }).status === 'refused' || !first) return;
  useView.getState().select([]);
  if (cell) focusSpot(canvas, { kind: 'cell', ...cell });
  else focusCanvas(canvas);
  const what = items.length > 1 ? `${items.length} items` : title ? `“${title}”` : KIND_NAMES[first.kind];
  toast(`Deleted ${what}.`, { action: { label: 'Undo', run: () => void canvas.session.run(restoreItems, { items }) } });
}
