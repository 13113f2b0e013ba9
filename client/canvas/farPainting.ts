import type { CardBox, HandoffPath, MapLayout, NoteBox, Rect } from '../../shared/layout/mapLayout.ts';
import { CARD_PADDING, CARD_TEXT_WIDTH, MARK_RADIUS, TITLE_FONT } from '../../shared/layout/sizes.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { arrowPath } from './arrowPath.ts';
import type { Viewport } from './canvasContext.ts';
import type { FarColors } from './farColors.ts';
import type { Marks } from './gapMarks.ts';
import { HUES, hueOf } from './items.ts';
import { markPlaces } from './markPlaces.ts';

/** What the painting shows; made again when the map or its gaps change, not when it is moved. */
export interface FarScene {
  readonly map: MapSnapshot;
  readonly layout: MapLayout;
  readonly marks: Marks;
}

interface Shapes {
  readonly cards: Path2D;
  /** The cards of each department's hue. */
  readonly blocks: readonly Path2D[];
  readonly notes: Path2D;
  readonly handoffs: Path2D;
  readonly arrows: Path2D;
  readonly broken: Path2D;
  readonly brokenArrows: Path2D;
}

const shapesOf = new WeakMap<FarScene, Shapes>();

/** All cards are one path and all hand-offs two: a frame costs a handful of calls, however large the map. */
function shapes(scene: FarScene): Shapes {
  const known = shapesOf.get(scene);
  if (known) return known;
  const made: Shapes = {
    cards: new Path2D(),
    blocks: Array.from({ length: HUES }, () => new Path2D()),
    notes: new Path2D(),
    handoffs: new Path2D(),
    arrows: new Path2D(),
    broken: new Path2D(),
    brokenArrows: new Path2D(),
  };
  const { lanes } = scene.map;
  const hues = new Map<string, number>(lanes.list.map((lane) => [lane.id, hueOf(lanes, lane)]));
  for (const box of scene.layout.cards) {
    addBox(made.cards, box, 8);
    const block = made.blocks[hues.get(box.lane) ?? 0];
    if (block) addBox(block, box, 8);
  }
  for (const box of scene.layout.notes) addBox(made.notes, box, 5);
  for (const path of scene.layout.handoffs) {
    const isBroken = scene.marks.broken.has(path.id);
    addHandoff(isBroken ? made.broken : made.handoffs, isBroken ? made.brokenArrows : made.arrows, path);
  }
  shapesOf.set(scene, made);
  return made;
}

const addBox = (path: Path2D, { x, y, width, height }: Rect, radius: number) =>
  path.roundRect(x, y, width, height, radius);

function addHandoff(lines: Path2D, arrows: Path2D, { path, arrow }: HandoffPath): void {
  lines.addPath(new Path2D(path));
  arrows.addPath(new Path2D(arrowPath(arrow.tip, arrow.direction)));
}

/** Paints cards, notes and hand-offs as they look from far away. */
export function paintFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  colors: FarColors,
  { x, y, zoom }: Viewport,
  size: { readonly width: number; readonly height: number; readonly ratio: number },
  titles: boolean,
): void {
  const { cards, notes, handoffs, arrows, broken, brokenArrows } = shapes(scene);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, size.width * size.ratio, size.height * size.ratio);
  context.setTransform(zoom * size.ratio, 0, 0, zoom * size.ratio, x * size.ratio, y * size.ratio);
  // Lines keep at least a third of a pixel, or a large map would fade away.
  const hair = Math.max(1, 0.5 / zoom);
  context.lineWidth = Math.max(1.5, 0.6 / zoom);
  context.strokeStyle = colors.line;
  context.stroke(handoffs);
  context.strokeStyle = colors.broken;
  context.lineWidth = Math.max(2, 0.8 / zoom);
  context.setLineDash([5, 4]);
  context.stroke(broken);
  context.setLineDash([]);
  context.fillStyle = colors.line;
  context.fill(arrows);
  context.fillStyle = colors.broken;
  context.fill(brokenArrows);
  context.lineWidth = hair;
  context.fillStyle = colors.note;
  context.fill(notes);
  if (!titles) {
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
    if (inSight(box)) paintTitle(context, box, scene.map.touchpoints.get(box.id)?.title ?? '', box.titleHeight);
  }
  for (const box of scene.layout.notes) {
    if (inSight(box)) paintTitle(context, box, scene.map.notes.get(box.id)?.text ?? '', box.height - 2 * CARD_PADDING);
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
  const { cards, blocks } = shapes(scene);
  context.fillStyle = colors.card;
  context.fill(cards);
  context.globalAlpha = 0.55;
  for (const [hue, block] of blocks.entries()) {
    context.fillStyle = colors.hues[hue] ?? colors.line;
    context.fill(block);
  }
  context.globalAlpha = 1;
}

const broken = new Map<string, readonly string[]>();

function paintTitle(context: CanvasRenderingContext2D, box: CardBox | NoteBox, title: string, height: number): void {
  const lines = linesOf(context, title).slice(0, Math.max(1, Math.round(height / TITLE_FONT.lineHeight)));
  const first = box.y + CARD_PADDING + TITLE_FONT.size;
  for (const [index, line] of lines.entries()) {
    context.fillText(line, box.x + CARD_PADDING, first + index * TITLE_FONT.lineHeight);
  }
}

/** Breaks a title at its spaces; broken once for each text. */
function linesOf(context: CanvasRenderingContext2D, title: string): readonly string[] {
  let lines = broken.get(title);
  if (lines) return lines;
  const made: string[] = [];
  let line = '';
  for (const word of title.split(/\s+/u)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && context.measureText(longer).width > CARD_TEXT_WIDTH) {
      made.push(line);
      line = word;
    } else line = longer;
  }
  lines = [...made, line];
  if (broken.size > 5000) broken.clear();
  broken.set(title, lines);
  return lines;
}
