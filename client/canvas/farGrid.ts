import type { MapLayout } from '../../shared/layout/mapLayout.ts';
import type { Viewport } from './canvasContext.ts';
import type { FarColors } from './farColors.ts';
import { rulesOf } from './gridRules.ts';

/** Paints the lines between columns and rows, through to the edges of the picture; leaves the canvas in its own pixels. */
export function paintGrid(
  context: CanvasRenderingContext2D,
  layout: MapLayout,
  { rule, edge, line }: FarColors,
  { x, y, zoom }: Viewport,
  size: { readonly width: number; readonly height: number; readonly ratio: number },
): void {
  const { columns, stages, rows, zero, visibility } = rulesOf(layout);
  const [width, height] = [size.width * size.ratio, size.height * size.ratio];
  const hair = Math.max(1, Math.round(size.ratio));
  const at = (offset: number, place: number) => Math.round((offset + place * zoom) * size.ratio) - hair;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = rule;
  for (const place of rows) context.fillRect(0, at(y, place), width, hair);
  for (const place of columns) context.fillRect(at(x, place), 0, hair, height);
  context.fillStyle = edge;
  for (const place of stages) context.fillRect(at(x, place), 0, hair, height);
  const dashed = (places: readonly number[], color: string, thickness: number) => {
    context.strokeStyle = color;
    context.lineWidth = thickness;
    for (const place of places) {
      const middle = at(y, place) + hair / 2;
      context.beginPath();
      context.moveTo(0, middle);
      context.lineTo(width, middle);
      context.stroke();
    }
  };
  context.setLineDash([3 * size.ratio, 3 * size.ratio]);
  dashed(zero, rule, hair);
  context.setLineDash([6 * size.ratio, 4 * size.ratio]);
  context.globalAlpha = 0.75;
  dashed(visibility, line, 2 * hair);
  context.globalAlpha = 1;
  context.setLineDash([]);
}
