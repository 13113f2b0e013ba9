import { brokenHandoffIds } from '../insights/executive.ts';
import * as size from '../layout/sizes.ts';
import { counted } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { noteCards, touchpointCards } from './cards.ts';
import { emotionCurves } from './emotionCurve.ts';
import { gapMarks } from './gapMarks.ts';
import { gapSummary } from './gapPages.ts';
import { handoffLines } from './handoffLines.ts';
import { headerHeight, laneHeaders, mapGround, stageHeaders, visibilityLine } from './mapHeaders.ts';
import { mapLegend } from './mapLegend.ts';
import { metricSigns } from './metricsRow.ts';
import type { NumberedGap } from './numberedGaps.ts';
import { palette } from './palette.ts';
import type { PrintLayout } from './printLayout.ts';
import type { SceneItem, View } from './scene.ts';
import { type PageFrame, pageFrame, type Sheet } from './sheet.ts';
import { type Typesetter, textBlock, textWidth, titleBlock } from './textBlock.ts';

const titleFont = { size: 22, lineHeight: 28, weight: 600 };
const factFont = { size: 10, lineHeight: 14, weight: 400 };
/** A map of three steps is not blown up to fill a sheet. */
const largestScale = 1.15;

/** What is shown of a map beside its cards and hand-offs. */
export interface Shown {
  readonly curve: boolean;
  /** The numbered marks. */
  readonly gaps: boolean;
  /** The metric on each card, and the row of those of stages and steps. */
  readonly metrics: boolean;
  /** The sheet under the map; without it a picture can be laid on any colour. */
  readonly ground: boolean;
}

const everything: Shown = { curve: true, gaps: true, metrics: true, ground: true };

/** What the pages of one map share. */
export interface PageContext {
  readonly typesetter: Typesetter;
  readonly sheet: Sheet;
  readonly gaps: readonly NumberedGap[];
  readonly shown: Shown;
}

export interface DrawnMap {
  readonly items: SceneItem[];
  /** Numbers of the gaps that have a mark. */
  readonly marked: ReadonlySet<number>;
}

/**
 * The page that shows the whole map at once. Where it is so small that `isOverview`, other pages show it again, and this
 * one is read aloud as a single picture.
 */
export function mapPage(
  { typesetter, sheet, gaps, shown }: PageContext,
  map: MapSnapshot,
  layout: PrintLayout,
  isOverview: (scale: number) => boolean,
): DrawnMap & { readonly overview: boolean } {
  const frame = pageFrame(sheet);
  const wide = pageHead(typesetter, map, layout, gaps, frame, shown);
  const view = viewOf(layout, frame, wide.height);
  const head = alignedHead(wide, frame, view, layout, (narrow) =>
    pageHead(typesetter, map, layout, gaps, narrow, shown),
  );
  const drawn = drawMap(typesetter, map, layout, gaps, view, shown);
  const overview = isOverview(view.scale);
  const picture: SceneItem = { kind: 'group', role: 'overview', label: overviewLabel, items: drawn.items };
  const anchor: SceneItem = { kind: 'anchor', name: 'map', x: frame.x, y: frame.top };
  const items = overview ? [picture] : drawn.items;
  return { overview, marked: drawn.marked, items: [anchor, ...head.items, ...items] };
}

const overviewLabel = 'The whole map at a glance. The next pages show it stage by stage.';

/** The map of a layout, scaled by a view. */
export function drawMap(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  gaps: readonly NumberedGap[],
  view: View,
  shown: Shown = everything,
): DrawnMap {
  const broken = brokenHandoffIds(gaps);
  const marks = shown.gaps ? gapMarks(typesetter, map, layout, gaps) : { items: [], marked: new Set<number>() };
  const items: SceneItem[] = [
    mapGround(layout, shown.ground),
    ...laneHeaders(typesetter, map, layout, shown.curve),
    ...visibilityLine(typesetter, layout),
    ...(shown.curve ? [emotionCurves(typesetter, map, layout, view.scale)] : []),
    ...stageHeaders(typesetter, map, layout),
    ...touchpointCards(typesetter, map, layout, shown.metrics),
    ...noteCards(typesetter, map, layout),
    ...(shown.metrics ? metricSigns(typesetter, layout) : []),
    ...handoffLines(map, layout, (id) => broken.has(id)),
    ...(shown.gaps ? [{ kind: 'group', role: 'section', label: 'Gaps on the map', items: marks.items } as const] : []),
  ];
  return { marked: marks.marked, items: [{ kind: 'group', role: 'section', label: 'Map', view, items }] };
}

/** Between the head of a page and its map. */
const headGap = 14;

/** Scales a map to what its head leaves of a frame; one that is narrower stands in the middle, or under the title. */
export function viewOf(
  layout: PrintLayout,
  { x, top: frameTop, width, bottom }: PageFrame,
  head: number,
  align: 'middle' | 'left' = 'middle',
): View {
  const top = frameTop + head + headGap;
  const mapWidth = layout.width + size.LANE_HEADER_WIDTH;
  const mapHeight = layout.height + headerHeight(layout);
  const scale = Math.min(width / mapWidth, (bottom - top) / mapHeight, largestScale);
  const left = align === 'left' ? x : x + (width - mapWidth * scale) / 2;
  return { scale, x: left + size.LANE_HEADER_WIDTH * scale, y: top + headerHeight(layout) * scale };
}

export interface PageHead {
  readonly height: number;
  readonly items: SceneItem[];
}

/** A head as wide as the map looks better than one as wide as the sheet, where the title needs no more lines for it. */
function alignedHead(
  wide: PageHead,
  frame: PageFrame,
  view: View,
  layout: PrintLayout,
  layHead: (frame: PageFrame) => PageHead,
): PageHead {
  const x = view.x - size.LANE_HEADER_WIDTH * view.scale;
  const width = (layout.width + size.LANE_HEADER_WIDTH) * view.scale;
  if (width < frame.width * 0.6) return wide;
  const narrow = layHead({ ...frame, x, width });
  return narrow.height > wide.height ? wide : narrow;
}

/** Title, facts and what the signs mean: at the right of the title where that leaves it on one line, else in a row of its own. */
export function pageHead(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  gaps: readonly NumberedGap[],
  { x, top, width }: PageFrame,
  shown: Shown,
): PageHead {
  const legend = mapLegend(typesetter, map, layout, gaps, shown);
  const words = map.meta.title.trim() === '' ? 'Untitled map' : map.meta.title;
  const place = { x, y: top, width, font: titleFont, color: palette.ink, role: 'title' } as const;
  const title = titleBlock(typesetter, words, place, 2);
  const facts = textBlock(typesetter, factsOf(map, gaps), {
    x,
    y: top + title.height + 2,
    width,
    font: factFont,
    color: palette.muted,
  });
  const height = title.height + 2 + facts.height;
  const items = [...title.items, ...facts.items];
  const beside = textWidth(typesetter, words, titleFont) <= width - legend.width - 40;
  if (beside) return { height, items: [...items, ...legend.draw(x + width - legend.width, top + 7)] };
  return { height: height + 6 + legend.height, items: [...items, ...legend.draw(x, top + height + 6)] };
}

function factsOf(map: MapSnapshot, gaps: readonly NumberedGap[]): string {
  return [
    map.meta.state === 'current' ? 'Current state' : 'Future state',
    counted(map.stages.list.length, 'stage'),
    counted(map.steps.list.length, 'step'),
    counted(map.touchpoints.list.length, 'touchpoint'),
    counted(map.handoffs.list.length, 'hand-off'),
    gapSummary(gaps),
  ].join('  \u00b7  ');
}
