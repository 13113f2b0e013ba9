import type { Rect } from '../../shared/layout/mapLayout.ts';
import { CARD_PADDING, MARK_RADIUS, TITLE_FONT } from '../../shared/layout/sizes.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { Viewport } from './canvasContext.ts';
import type { FarColors } from './farColors.ts';
import { paintGrid } from './farGrid.ts';
import { type FarScene, shapes } from './farShapes.ts';
import { paintTitle } from './farTitles.ts';
import { markPlaces } from './markPlaces.ts';

/**
 * Paints lines, cards, notes and hand-offs as they look from far away.
 *
 * @param titled the map whose titles are painted; null from so far away that none could be read
 */
export function paintFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  colors: FarColors,
  { x, y, zoom }: Viewport,
  size: { readonly width: number; readonly height: number; readonly ratio: number },
  titled: MapSnapshot | null,
): void {
  const { cards, notes, handoffs, arrows, broken, brokenArrows } = shapes(scene);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, size.width * size.ratio, size.height * size.ratio);
  paintGrid(context, scene.layout, colors, { x, y, zoom }, size);
  context.setTransform(zoom * size.ratio, 0, 0, zoom * size.ratio, x * size.ratio, y * size.ratio);
  // Lines keep at least a third of a pixel, or a large map would fade away.
  const hair = Math.max(1, 0.5 / zoom);
  context.lineWidth = Math.max(1.5, 0.6 / zoom);
  context.strokeStyle = colors.line;
  context.stroke(handoffs);
  context.strokeStyle = colors.broken;
  context.lineWidth = Math.max(2, 0.8 / zoom);
  // From farthest away a dash would be smaller than a pixel, and an arrow not much larger.
  if (titled) context.setLineDash([5, 4]);
  context.stroke(broken);
  context.setLineDash([]);
  if (titled) {
    context.fillStyle = colors.line;
    context.fill(arrows);
    context.fillStyle = colors.broken;
    context.fill(brokenArrows);
  }
  context.lineWidth = hair;
  context.fillStyle = colors.note;
  context.fill(notes);
  if (!titled) {
    paintBlocks(context, scene, colors);
    return;
  }
  context.fillStyle = colors.card;
  context.strokeStyle = colors.edge;
  context.fill(cards);
  context.stroke(cards);
  const inSight = (box: Rect) =>
    (box.x + box.width) * zoom + x > 0 &&
    box.x * zoom + x < size.width &&
    (box.y + box.height) * zoom + y > 0 &&
    box.y * zoom + y < size.height;
  context.fillStyle = colors.ink;
  context.textBaseline = 'alphabetic';
  context.font = `${TITLE_FONT.weight} ${TITLE_FONT.size}px ${colors.font}`;
  for (const box of scene.layout.cards) {
    if (inSight(box)) paintTitle(context, box, titled.touchpoints.get(box.id)?.title ?? '', box.titleHeight);
  }
  for (const box of scene.layout.notes) {
    if (inSight(box)) paintTitle(context, box, titled.notes.get(box.id)?.text ?? '', box.height - 2 * CARD_PADDING);
  }
  paintMarks(context, scene, colors, zoom);
}

/** Marks keep a size at which their numbers can be read. */
function paintMarks(
  context: CanvasRenderingContext2D,
  { layout, marks }: FarScene,
  colors: FarColors,
  zoom: number,
): void {
  const scale = Math.max(1, 0.55 / zoom);
  context.font = `600 ${11 * scale}px ${colors.font}`;
  context.textAlign = 'center';
  for (const { mark, x, y } of markPlaces(layout, marks.at)) {
    context.fillStyle = colors.marks[mark.severity];
    context.beginPath();
    context.arc(x, y, MARK_RADIUS * scale, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = '#fff';
    context.fillText(String(mark.number), x, y + 4 * scale);
  }
  context.textAlign = 'start';
}

/** From farthest away only who is at work where can be told: blocks in a pale hue of the department. */
function paintBlocks(context: CanvasRenderingContext2D, scene: FarScene, colors: FarColors): void {
  const { blocks } = shapes(scene);
  // Plain rectangles: nobody sees the corners, and rounded ones take several times as long.
  for (const [hue, boxes] of blocks.entries()) {
    context.fillStyle = colors.card;
    for (const { x, y, width, height } of boxes) context.fillRect(x, y, width, height);
    context.globalAlpha = 0.55;
    context.fillStyle = colors.hues[hue] ?? colors.line;
    for (const { x, y, width, height } of boxes) context.fillRect(x, y, width, height);
    context.globalAlpha = 1;
  }
}
