import type { MapLayout, Point, Rect } from '../../shared/layout/mapLayout.ts';
import type { TouchpointId } from '../../shared/model/ids.ts';
import type { Canvas } from './canvasContext.ts';
import { readSpot, type Spot } from './spots.ts';
import { FAR } from './useViewport.ts';

/** What has a behaviour of its own under the pointer; on the "+" of a cell a rectangle may begin as well. */
export const OWN = 'button:not([data-plus]), a, input, textarea, select, [data-point], [role="toolbar"], [role="menu"]';

export const elementOf = (event: Event): Element | null => (event.target instanceof Element ? event.target : null);

/** Whether the pointer is on the edge by which a header is resized. */
export const isResizeEdge = (event: Event): boolean => elementOf(event)?.closest('[data-resize]') != null;

/** What is under the pointer; from far away cards are painted and found by where they are. */
export function spotOf(canvas: Canvas, event: MouseEvent): Spot | null {
  const element = elementOf(event);
  const spot = readSpot(element?.closest<HTMLElement>('[data-spot]')?.dataset.spot);
  if (spot || canvas.viewport().zoom >= FAR || !element?.closest('.react-flow')) return spot;
  const point = canvas.toContent(event.clientX, event.clientY);
  const layout = canvas.layout();
  const card = cardAt(layout, point);
  const note = layout.notes.find((box) => isInside(box, point));
  return card ? { kind: 'touchpoint', id: card } : note ? { kind: 'note', id: note.id } : null;
}

export const cardAt = (layout: MapLayout, point: Point): TouchpointId | null =>
  layout.cards.find((card) => isInside(card, point))?.id ?? null;

const isInside = (box: Rect, { x, y }: Point): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
