import type { Canvas } from './canvasContext.ts';
import { MAX_ZOOM, MIN_ZOOM } from './useOpening.ts';

/** Zooms by a factor around the middle of what is in sight. */
export function zoomBy(canvas: Canvas, factor: number): void {
  const { x, y, zoom } = canvas.viewport();
  const area = canvas.area();
  const next = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom * factor));
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  canvas.moveTo({ x: x + middle.x * (zoom - next), y: y + middle.y * (zoom - next), zoom: next }, true);
}
