import type { Point } from '../../shared/layout/mapLayout.ts';
import type { Canvas } from './canvasContext.ts';
import { MAX_ZOOM, MIN_ZOOM } from './useOpening.ts';

/** Zooms by a factor around the middle of what is in sight. */
export function zoomBy(canvas: Canvas, factor: number): void {
  const area = canvas.area();
  zoomAround(canvas, factor, { x: area.x + area.width / 2, y: area.y + area.height / 2 }, true);
}

/** Zooms by a factor; the point of the content that is given stays where it is. */
export function zoomAround(canvas: Canvas, factor: number, fixed: Point, gently = false): void {
  const { x, y, zoom } = canvas.viewport();
  const next = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom * factor));
  canvas.moveTo({ x: x + fixed.x * (zoom - next), y: y + fixed.y * (zoom - next), zoom: next }, gently);
}
