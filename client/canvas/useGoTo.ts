import { useEffect } from 'react';
import type { Rect } from '../../shared/layout/mapLayout.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { rectOf } from './focusSpot.ts';
import { around } from './rects.ts';
import type { Spot } from './spots.ts';
import { FAR } from './useViewport.ts';
import { useView } from './viewStore.ts';

/** Brings into view what a list or a mark asks to be shown. */
export function useGoTo(): void {
  const canvas = useCanvas();
  useEffect(
    () =>
      useView.subscribe(({ goTo, editing }, before) => {
        if (goTo && goTo !== before.goTo) goToItems(canvas, goTo.items, goTo.cell);
        // Nobody types in what they cannot read.
        if (editing && editing !== before.editing && editing.kind !== 'map' && canvas.viewport().zoom < FAR) {
          goToItems(canvas, [{ kind: editing.kind, id: editing.id }]);
        }
      }),
    [canvas],
  );
}

const SPOTS = new Set<ItemRef['kind']>(['touchpoint', 'note', 'handoff', 'stage', 'step', 'lane']);

function goToItems(canvas: Canvas, items: readonly ItemRef[], cell?: Place): void {
  const cellRect = cell && rectOf(canvas, { kind: 'cell', ...cell });
  const rects = items.flatMap((item): Rect[] => {
    const measured = item.kind === 'metric' ? canvas.map().metrics.get(item.id)?.on : item;
    const rect =
      measured && SPOTS.has(measured.kind) && rectOf(canvas, { kind: measured.kind, id: measured.id } as Spot);
    return rect ? [rect] : [];
  });
  if (cellRect) rects.push(cellRect);
  const whole = rects.length > 0 ? around(rects) : null;
  if (!whole) return;
  const area = canvas.area();
  const viewport = canvas.viewport();
  const inside =
    viewport.zoom >= FAR &&
    whole.x >= area.x &&
    whole.y >= area.y &&
    whole.x + whole.width <= area.x + area.width &&
    whole.y + whole.height <= area.y + area.height;
  if (inside) return;
  // Near enough to read; where several lie far apart, the first is shown.
  const zoom = Math.max(FAR * 1.6, Math.min(1, viewport.zoom));
  const seen = { width: (area.width * viewport.zoom) / zoom, height: (area.height * viewport.zoom) / zoom };
  const target = whole.width < seen.width && whole.height < seen.height ? whole : (rects[0] ?? whole);
  const left = viewport.x + area.x * viewport.zoom;
  const top = viewport.y + area.y * viewport.zoom;
  const x = Math.max(0, target.x + target.width / 2 - seen.width / 2);
  const y = Math.max(0, target.y + target.height / 2 - seen.height / 2);
  canvas.moveTo({ x: left - x * zoom, y: top - y * zoom, zoom }, true);
}
