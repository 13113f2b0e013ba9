import type { MapLayout } from '../layout/mapLayout.ts';
import * as size from '../layout/sizes.ts';
import { EVERYONE } from '../model/emotion.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { beliefName, beliefStroke, curveName, personaMark } from './emotionCurve.ts';
import { laneColor, palette } from './palette.ts';
import { METRICS_HEADER_PADDING, type PrintLayout } from './printLayout.ts';
import type { GroupItem, Rect, SceneItem } from './scene.ts';
import { line, star } from './shapes.ts';
import { fittedText, shortened, type Typesetter, textBlock, textWidth } from './textBlock.ts';

const captionFont = { size: 11, lineHeight: size.LANE_CAPTION_HEIGHT, weight: 450 };

export const visibilityStroke = { color: palette.faint, width: 1.2, dash: [4, 3] } as const;

/** Where the headers begin: above the emotion row and left of the first column. */
export const headerHeight = ({ stageRowHeight, stepRowHeight }: MapLayout) => stageRowHeight + stepRowHeight;

/** The sheet of the map: its ground, its lines and the frame around it. Nobody reads it aloud. */
export function mapGround(layout: PrintLayout, isFilled = true): GroupItem {
  const top = -headerHeight(layout);
  const left = -size.LANE_HEADER_WIDTH;
  const strong = { color: palette.lineStrong, width: 1 };
  const faint = { color: palette.line, width: 1 };
  const bottom = layout.height;
  const firstColumns = new Set(layout.stages.map(({ x }) => x));
  const grounds: SceneItem[] = [
    { kind: 'rect', x: left, y: top, width: layout.width - left, height: bottom - top, fill: palette.panel },
    { kind: 'rect', x: 0, y: 0, width: layout.width, height: bottom, fill: palette.paper },
  ];
  const items: SceneItem[] = [
    ...(isFilled ? grounds : []),
    ...layout.columns
      .filter(({ x }) => !firstColumns.has(x))
      .map(({ x }) => line(x, top + layout.stageRowHeight, x, bottom, faint)),
    line(0, top + layout.stageRowHeight, layout.width, top + layout.stageRowHeight, faint),
    ...layout.lanes.map(({ y }) => line(left, y, layout.width, y, faint)),
    ...(layout.metricsRow === undefined
      ? []
      : [line(left, layout.metricsRow.y, layout.width, layout.metricsRow.y, faint)]),
    ...layout.stages.map(({ x }) => line(x, top, x, bottom, strong)),
    line(left, 0, layout.width, 0, strong),
    { kind: 'rect', x: left, y: top, width: layout.width - left, height: bottom - top, stroke: strong, radius: 4 },
  ];
  return { kind: 'group', role: 'decoration', items };
}

/** Stages with their steps under them: the frame into which cards are read. */
export function stageHeaders(typesetter: Typesetter, map: MapSnapshot, layout: MapLayout): SceneItem[] {
  return layout.stages.map(({ id, x, width }) => {
    const title = map.stages.get(id)?.title ?? '';
    const heading = textBlock(typesetter, title, {
      x: x + size.HEADER_PADDING_X,
      y: -headerHeight(layout) + size.STAGE_PADDING_Y,
      width: width - 2 * size.HEADER_PADDING_X,
      font: size.STAGE_FONT,
      color: palette.ink,
      role: 'heading',
    });
    const steps = layout.columns.flatMap((column) =>
      column.stage === id ? stepHeader(typesetter, map, layout, column) : [],
    );
    const anchor: SceneItem = { kind: 'anchor', name: `stage:${id}`, x, y: -headerHeight(layout) };
    return {
      kind: 'group',
      role: 'stage',
      id: `stage:${id}`,
      label: title,
      items: [anchor, ...heading.items, ...steps],
    };
  });
}

function stepHeader(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  { step, x, width }: MapLayout['columns'][number],
): SceneItem[] {
  const record = step === null ? undefined : map.steps.get(step);
  if (record === undefined) return [];
  const top = -layout.stepRowHeight + size.STEP_PADDING_Y;
  const indent = record.momentOfTruth ? size.STAR_WIDTH : 0;
  const heading = textBlock(typesetter, record.title, {
    x: x + size.HEADER_PADDING_X + indent,
    y: top,
    width: width - 2 * size.HEADER_PADDING_X - indent,
    font: size.STEP_FONT,
    color: palette.ink,
    role: 'subheading',
  });
  const mark = star(x + size.HEADER_PADDING_X + 6, top + size.STEP_FONT.lineHeight / 2, 6.5, palette.star);
  const items = record.momentOfTruth ? [mark, ...heading.items] : heading.items;
  return [{ kind: 'group', role: 'step', id: `step:${record.id}`, label: record.title, items }];
}

/** Lanes with their rails, and what stands before the emotion row and before that of metrics. */
export function laneHeaders(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  withCurve = true,
): SceneItem[] {
  const lanes = layout.lanes.map((lane) => laneHeader(typesetter, map, lane));
  const headers = withCurve ? [emotionHeader(typesetter, map, layout), ...lanes] : lanes;
  if (layout.metricsRow === undefined) return headers;
  const y = layout.metricsRow.y + METRICS_HEADER_PADDING - size.LANE_PADDING_Y;
  const words = titleAndCaption(typesetter, { x: -size.LANE_HEADER_WIDTH, y }, 'Metrics', 'of stages and steps');
  return [...headers, { kind: 'group', role: 'lane', label: 'Metrics', items: words }];
}

function laneHeader(
  typesetter: Typesetter,
  map: MapSnapshot,
  { id, y, height }: MapLayout['lanes'][number],
): GroupItem {
  const lane = map.lanes.get(id);
  const box = { x: -size.LANE_HEADER_WIDTH, y, height };
  const isDepartment = lane?.kind === 'department';
  const rail: SceneItem[] =
    lane !== undefined && isDepartment ? [{ kind: 'rect', ...box, width: 4, fill: laneColor(map, lane) }] : [];
  const words = titleAndCaption(typesetter, box, lane?.title ?? '', isDepartment ? lane.visibility : 'notes');
  return { kind: 'group', role: 'lane', label: lane?.title ?? '', items: [...rail, ...words] };
}

function titleAndCaption(
  typesetter: Typesetter,
  { x, y }: Pick<Rect, 'x' | 'y'>,
  title: string,
  caption: string,
): SceneItem[] {
  const place = { x: x + size.LANE_PADDING_X, width: size.LANE_HEADER_WIDTH - 2 * size.LANE_PADDING_X };
  const top = y + size.LANE_PADDING_Y;
  const heading = textBlock(typesetter, title, { ...place, y: top, font: size.LANE_FONT, color: palette.ink });
  const below = { ...place, y: top + heading.height, font: captionFont, color: palette.muted };
  return [...heading.items, ...textBlock(typesetter, caption, below).items];
}

/** From the left end of a sign to its name. */
const signWidth = 22;
const signRow = 16;
/** With more signs than these, their rows would be too low for names to be read. */
const captionedSigns = 4;

/** Where there are several curves, or one that is not everyone's, the header says which is whose. */
function emotionHeader(typesetter: Typesetter, map: MapSnapshot, { emotion }: MapLayout): GroupItem {
  const x = -size.LANE_HEADER_WIDTH + size.LANE_PADDING_X;
  const signs = curveSigns(map, emotion);
  // Many names need the caption's room more than it does.
  const caption = signs.length > captionedSigns ? '' : 'How it feels';
  const head = size.LANE_FONT.lineHeight + (caption === '' ? 0 : size.LANE_CAPTION_HEIGHT);
  const free = emotion.height - size.LANE_PADDING_Y * 2 - head - 4;
  const rowHeight = Math.min(signRow, free / Math.max(1, signs.length));
  const legend = signs.flatMap(({ name, draw }, index): SceneItem[] => {
    const y = emotion.y + emotion.height - size.LANE_PADDING_Y - (signs.length - index) * rowHeight;
    const width = size.LANE_HEADER_WIDTH - 2 * size.LANE_PADDING_X - signWidth;
    const place = {
      x: x + signWidth,
      y,
      width,
      height: rowHeight,
      font: captionFont,
      color: palette.muted,
      says: name,
    };
    const words = shortened(name, (text) => textWidth(typesetter, text, captionFont) <= width);
    return [
      draw(x, y + rowHeight / 2, Math.min(1, rowHeight / signRow)),
      ...fittedText(typesetter, words, place).items,
    ];
  });
  const words = titleAndCaption(typesetter, { x: -size.LANE_HEADER_WIDTH, y: emotion.y }, 'Emotion', caption);
  return { kind: 'group', role: 'lane', label: 'Emotion', items: [...words, ...legend] };
}

interface CurveSign {
  readonly name: string;
  draw(x: number, middle: number, scale: number): SceneItem;
}

function curveSigns(map: MapSnapshot, { curves, belief }: MapLayout['emotion']): CurveSign[] {
  const felt = curves.map((curve, index): CurveSign => {
    const name = curveName(map, curve);
    return { name, draw: (x, middle, scale) => personaMark(index, x + 8, middle, palette.muted, scale) };
  });
  const believed: CurveSign = {
    name: beliefName,
    draw: (x, middle) => line(x, middle, x + 17, middle, beliefStroke),
  };
  const signs = belief === null ? felt : [...felt, believed];
  return signs.length > 1 || curves.some(({ persona }) => persona !== EVERYONE) ? signs : [];
}

/** What the customer sees is above this line. Its name stands in the lane header, where no hand-off can cross it. */
export function visibilityLine(typesetter: Typesetter, { visibilityY, width }: MapLayout): SceneItem[] {
  if (visibilityY === null) return [];
  const left = -size.LANE_HEADER_WIDTH;
  const label = textBlock(typesetter, 'line of visibility', {
    x: left + size.LANE_PADDING_X,
    y: visibilityY - 15,
    width: size.LANE_HEADER_WIDTH - size.LANE_PADDING_X,
    font: { size: 9.5, lineHeight: 12, weight: 450 },
    color: palette.muted,
  });
  return [line(left + size.LANE_PADDING_X, visibilityY, width, visibilityY, visibilityStroke), ...label.items];
}
