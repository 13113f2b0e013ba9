import type { Point } from '../../shared/layout/mapLayout.ts';
import type { Canvas } from './canvasContext.ts';
import { leastZoom, MAX_ZOOM } from './useOpening.ts';

/** Zooms by a factor around the middle of what is in sight. */
export function zoomBy(canvas: Canvas, factor: number): void {
  const { x, y, zoom } = canvas.viewport();
  const area = canvas.area();
  const next = limited(canvas, zoom * factor);
  const [left, top] = [x + area.x * zoom, y + area.y * zoom];
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  canvas.moveTo(
    {
      // A map that gets small stays at the headers instead of drifting into the middle.
      x: Math.min(left, x + middle.x * (zoom - next)),
      y: Math.min(top, y + middle.y * (zoom - next)),
      zoom: next,
    },
    true,
  );
}

/** Zooms by a factor; the point of the content that is given stays where it is. */
export function zoomAround(canvas: Canvas, factor: number, fixed: Point): void {
  const { x, y, zoom } = canvas.viewport();
  const next = limited(canvas, zoom * factor);
  canvas.moveTo({ x: x + fixed.x * (zoom - next), y: y + fixed.y * (zoom - next), zoom: next });
}

const limited = (canvas: Canvas, zoom: number) => Math.max(leastZoom(canvas), Math.min(MAX_ZOOM, zoom));
