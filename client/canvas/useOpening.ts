import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useLayoutPart } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import type { Canvas } from './canvasContext.ts';
import { useCanvas } from './canvasContext.ts';
import { headerWidth } from './headerSizes.ts';
import { metricsHeight } from './metricsRowPlace.ts';
import { forgetSight } from './useViewport.ts';

const MIN_ZOOM = 0.06;
export const MAX_ZOOM = 2.5;
/** Below this nobody reads a card at a glance. */
const READABLE = 0.9;

/** Shows the beginning of the map when it opens, and keeps it beside the headers when their size changes. */
export function useOpening(): void {
  const canvas = useCanvas();
  const flow = useStoreApi();
  const measured = useStore((state) => state.width > 0 && state.panZoom !== null);
  const top = useLayoutPart((layout) => layout.stageRowHeight + layout.stepRowHeight);
  const left = useStore((state) => headerWidth(state.width));
  const before = useRef<{ readonly top: number; readonly left: number } | null>(null);
  useEffect(() => {
    if (!measured) return;
    const { x, y, zoom } = canvas.viewport();
    if (before.current === null) {
      forgetSight(flow);
      showOpening(canvas);
    } else if (before.current.top !== top || before.current.left !== left) {
      canvas.moveTo({ x: x + left - before.current.left, y: y + top - before.current.top, zoom });
    }
    before.current = { top, left };
  }, [canvas, flow, measured, top, left]);
}

/** The canvas begins there; it only moves where it has another size than it was told. */
function showOpening(canvas: Canvas): void {
  const [now, wanted] = [canvas.viewport(), openingView(canvas)];
  if (now.x !== wanted.x || now.y !== wanted.y || now.zoom !== wanted.zoom) canvas.moveTo(wanted);
}

/** The top left of the map at a size that can be read; a small map as large as it is. */
export function openingView(canvas: Canvas) {
  const zoom = Math.max(READABLE, Math.min(1, fittingZoom(canvas)));
  return { ...homeCorner(canvas), zoom };
}

/** Where the content's corner stands under the headers. */
function homeCorner(canvas: Canvas) {
  const layout = canvas.layout();
  return { x: headerWidth(canvas.width()), y: layout.stageRowHeight + layout.stepRowHeight };
}

/** Right and below, where stages and lanes are added. */
const ROOM = 92;

/** The zoom at which all of the map is in sight, the row of metrics under the lanes included. */
function fittingZoom(canvas: Canvas): number {
  const { width, height } = canvas.layout();
  const area = canvas.area();
  const { zoom } = canvas.viewport();
  const metrics = metricsHeight(canvas.map());
  return Math.min(
    (area.width * zoom - ROOM) / Math.max(1, width),
    (area.height * zoom - ROOM) / Math.max(1, height + metrics),
  );
}

/** How far out one may zoom: as far as the whole map takes, however many stages it has. */
export function leastZoom(canvas: Canvas): number {
  const fitting = fittingZoom(canvas);
  // A canvas without room, or not measured yet, says nothing about the map.
  return fitting > 0 ? Math.min(MIN_ZOOM, fitting) : MIN_ZOOM;
}

/** The same for React Flow, which has to know it beforehand: again when the map, its row of metrics or the window grows. */
export function useLeastZoom(): number {
  const canvas = useCanvas();
  useLayoutPart(({ width, height }) => `${width} ${height}`);
  useMap(metricsHeight);
  useStore(({ width, height }) => `${width} ${height}`);
  return leastZoom(canvas);
}

/** The whole map in sight. */
export function fitAll(canvas: Canvas): void {
  canvas.moveTo({ ...homeCorner(canvas), zoom: Math.max(leastZoom(canvas), Math.min(1, fittingZoom(canvas))) }, true);
}
