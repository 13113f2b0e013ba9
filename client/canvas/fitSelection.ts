import type { Rect } from '../../shared/layout/mapLayout.ts';
import type { Canvas } from './canvasContext.ts';
import { rectOf } from './focusSpot.ts';
import { around } from './rects.ts';
import { readSpot } from './spots.ts';
import { leastZoom, MAX_ZOOM } from './useOpening.ts';
import { useView } from './viewStore.ts';

const MARGIN = 48;
/** A single card need not fill the screen. */
const CLOSEST = 1.5;

/** Where what is selected is; a header stands for its whole column or row. Null when nothing of it is on the map. */
export function selectionRect(canvas: Canvas): Rect | null {
  const { selected, cell } = useView.getState();
  const layout = canvas.layout();
  const rects = selected.flatMap(({ kind, id }) => {
    const spot = readSpot(`${kind}/${id}`);
    const rect = spot && rectOf(canvas, spot);
    if (!rect) return [];
    if (kind === 'stage' || kind === 'step') return [{ ...rect, y: 0, height: layout.height }];
    return [kind === 'lane' ? { ...rect, x: 0, width: layout.width } : rect];
  });
  const cellRect = selected.length === 0 && cell ? rectOf(canvas, { kind: 'cell', ...cell }) : null;
  if (cellRect) rects.push(cellRect);
  return rects.length > 0 ? around(rects) : null;
}

/** Brings what is selected into view as large as fits; false when nothing is. */
export function zoomToSelection(canvas: Canvas): boolean {
  const rect = selectionRect(canvas);
  if (rect) showRect(canvas, rect, CLOSEST);
  return rect !== null;
}

/** Brings a part of the content into the middle, as large as fits. */
export function showRect(canvas: Canvas, rect: Rect, closest = MAX_ZOOM, margin = MARGIN): void {
  const area = canvas.area();
  const { x, y, zoom } = canvas.viewport();
  const [width, height] = [area.width * zoom, area.height * zoom];
  const fitting = Math.min((width - 2 * margin) / rect.width, (height - 2 * margin) / rect.height);
  const next = Math.max(leastZoom(canvas), Math.min(closest, fitting));
  const [left, top] = [x + area.x * zoom, y + area.y * zoom];
  canvas.moveTo(
    {
      // The map's own corner stays at the headers.
      x: Math.min(left, left + width / 2 - (rect.x + rect.width / 2) * next),
      y: Math.min(top, top + height / 2 - (rect.y + rect.height / 2) * next),
      zoom: next,
    },
    true,
  );
}
