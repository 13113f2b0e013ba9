import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useLayoutPart } from '../session/mapViews.ts';
import type { Canvas } from './canvasContext.ts';
import { useCanvas } from './canvasContext.ts';
import { headerWidth } from './headerSizes.ts';

export const MIN_ZOOM = 0.06;
export const MAX_ZOOM = 2.5;
/** Below this nobody reads a card at a glance. */
const READABLE = 0.9;

/** Shows the beginning of the map when it opens, and keeps it below the headers when they grow. */
export function useOpening(): void {
  const canvas = useCanvas();
  const measured = useStore((state) => state.width > 0 && state.panZoom !== null);
  const top = useLayoutPart((layout) => layout.stageRowHeight + layout.stepRowHeight);
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (!measured) return;
    const { x, y, zoom } = canvas.viewport();
    if (before.current === null) canvas.moveTo(openingView(canvas));
    else if (before.current !== top) canvas.moveTo({ x, y: y + top - before.current, zoom });
    before.current = top;
  }, [canvas, measured, top]);
}

/** The top left of the map at a size that can be read; a small map as large as it is. */
function openingView(canvas: Canvas) {
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

function fittingZoom(canvas: Canvas): number {
  const { width, height } = canvas.layout();
  const area = canvas.area();
  const { zoom } = canvas.viewport();
  return Math.min((area.width * zoom - ROOM) / Math.max(1, width), (area.height * zoom - ROOM) / Math.max(1, height));
}

/** The whole map in sight. */
export function fitAll(canvas: Canvas): void {
  canvas.moveTo({ ...homeCorner(canvas), zoom: Math.max(MIN_ZOOM, Math.min(1, fittingZoom(canvas))) }, true);
}
