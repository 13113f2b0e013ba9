import type { HandoffPath, MapLayout, Point } from '../layout/mapLayout.ts';
import * as size from '../layout/sizes.ts';
import type { ItemRef } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { headerHeight } from './mapHeaders.ts';
import type { NumberedGap } from './numberedGaps.ts';
import { palette, severityColor } from './palette.ts';
import type { LinkItem, SceneItem } from './scene.ts';
import { circle } from './shapes.ts';
import { fittedText, type Typesetter } from './textBlock.ts';

const numberFont = { size: 10, lineHeight: 12, weight: 600 };
const spacing = 2 * size.MARK_RADIUS + 1;

/** Where the marks of an item stand: the first one here, each further one a step away. */
interface Spot extends Point {
  readonly step: Point;
  /** Further marks stand on both sides, along a line that `avoid`s its own arrow head. */
  readonly onLine?: { readonly avoid: Point };
}

/** The numbered marks of gaps on the map; each leads to its row in the list. */
export function gapMarks(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: MapLayout,
  gaps: readonly NumberedGap[],
): { items: SceneItem[]; marked: ReadonlySet<number> } {
  const places = gapPlaces(map, layout, gaps);
  const items = places.flatMap(({ gap, x, y }): SceneItem[] => [
    { kind: 'anchor', name: markAnchor(gap), x: x - size.MARK_RADIUS, y: y - size.MARK_RADIUS },
    mark(typesetter, gap, x, y),
  ]);
  return { items, marked: new Set(places.map(({ gap }) => gap.number)) };
}

/** Where the marks of gaps stand free, without hiding each other; gaps about nothing on the map have none. */
export function gapPlaces(
  map: MapSnapshot,
  layout: MapLayout,
  gaps: readonly NumberedGap[],
): (Point & { readonly gap: NumberedGap })[] {
  const taken: Point[] = [];
  return gaps.flatMap((gap) => {
    const spot = firstSpot(map, layout, gap.items);
    if (spot === null) return [];
    const place = freePlace(spot, taken);
    taken.push(place);
    return [{ ...place, gap }];
  });
}

/** How many places are tried before two marks may share one: more would stand too far from what they mean. */
const mostSteps = 8;

function freePlace({ x, y, step, onLine }: Spot, taken: readonly Point[]): Point {
  const apart = (a: Point, b: Point, distance: number) =>
    Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= distance;
  for (let i = 0; i < mostSteps; i++) {
    // 0, 1, 2, ... in one direction, or 0, 1, -1, 2, -2, ... along a line.
    const steps = onLine === undefined ? i : Math.ceil(i / 2) * (i % 2 === 0 ? -1 : 1);
    const place = { x: x + steps * step.x, y: y + steps * step.y };
    const hidesArrow = i > 0 && onLine !== undefined && !apart(onLine.avoid, place, spacing);
    if (!hidesArrow && taken.every((other) => apart(other, place, spacing - 1))) return place;
  }
  return { x, y };
}

function mark(typesetter: Typesetter, gap: NumberedGap, x: number, y: number): LinkItem {
  const radius = size.MARK_RADIUS;
  return {
    kind: 'link',
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
    target: { anchor: rowAnchor(gap) },
    label: `Gap ${gap.number}: ${gap.title}`,
    items: gapDisc(typesetter, gap, x, y),
  };
}

/** The disc with the number of a gap, the same on the map and in the list. */
export function gapDisc(
  typesetter: Typesetter,
  { number, severity }: Pick<NumberedGap, 'number' | 'severity'>,
  x: number,
  y: number,
): SceneItem[] {
  const radius = size.MARK_RADIUS;
  const color = severityColor[severity];
  // A low gap is a ring: severity shows in grey print, too.
  const hollow = severity === 'low';
  // Three digits take what there is rather than become too small to read.
  const edge = number < 100 ? 2 : 0.2;
  const words = fittedText(typesetter, String(number), {
    x: x - radius + edge,
    y: y - numberFont.lineHeight / 2,
    width: 2 * (radius - edge),
    height: numberFont.lineHeight,
    font: numberFont,
    color: hollow ? color : palette.panel,
    align: 'center',
  });
  const disc = hollow
    ? circle(x, y, radius - 0.7, { fill: palette.panel, stroke: { color, width: 1.4 } })
    : circle(x, y, radius, { fill: color });
  return [circle(x, y, radius + 1.3, { fill: palette.panel }), disc, ...words.items];
}

/** The place of a gap's mark on the map, to which its row in the list leads. */
export const markAnchor = ({ number }: NumberedGap) => `gap:${number}`;
/** The place of a gap's row in the list, to which its mark leads. */
export const rowAnchor = ({ number }: NumberedGap) => `gap-row:${number}`;

function firstSpot(map: MapSnapshot, layout: MapLayout, items: readonly ItemRef[]): Spot | null {
  for (const item of items) {
    const spot = spotOf(map, layout, item);
    if (spot !== null) return spot;
  }
  return null;
}

const leftwards = { x: -spacing, y: 0 };

function spotOf(map: MapSnapshot, layout: MapLayout, { kind, id }: ItemRef): Spot | null {
  switch (kind) {
    case 'handoff': {
      const path = layout.handoffById.get(id);
      return path === undefined ? null : lineSpot(path);
    }
    case 'touchpoint':
      return cornerOf(layout.cardById.get(id));
    case 'note':
      return cornerOf(layout.noteById.get(id));
    case 'step':
      return stepSpot(layout, id);
    case 'stage': {
      const box = layout.stages.find((stage) => stage.id === id);
      if (box === undefined) return null;
      // Astride the upper edge of the map, where no title reaches.
      return { x: box.x + box.width - 14, y: -headerHeight(layout), step: leftwards };
    }
    case 'lane': {
      const box = layout.lanes.find((lane) => lane.id === id);
      return box === undefined ? null : { x: -14, y: box.y + box.height - 14, step: leftwards };
    }
    case 'metric': {
      const on = map.metrics.get(id)?.on ?? null;
      return on === null ? null : spotOf(map, layout, on);
    }
    case 'person':
    case 'persona':
    case 'initiative':
      return null;
    default:
      return kind satisfies never;
  }
}

/** On the line, further marks along the run on which the first one stands. */
function lineSpot({ label, points, arrow }: HandoffPath): Spot {
  const isLevel = points.some((to, i) => {
    const from = points[i - 1];
    return from !== undefined && from.y === to.y && to.y === label.y;
  });
  const step = isLevel ? { x: spacing, y: 0 } : { x: 0, y: spacing };
  return { ...label, step, onLine: { avoid: arrow.tip } };
}

/** On the upper right corner of a card, the next ones to the left along its edge. */
function cornerOf(box: { readonly x: number; readonly y: number; readonly width: number } | undefined): Spot | null {
  return box === undefined ? null : { x: box.x + box.width - 3, y: box.y, step: leftwards };
}

/** Beside the point of the curve where the step is rated, else astride the lower edge of its header. */
function stepSpot(layout: MapLayout, id: string): Spot | null {
  const column = layout.columns.find(({ step }) => step === id);
  if (column === undefined) return null;
  const point = layout.emotion.curves[0]?.points.find(({ step }) => step === id);
  if (point === undefined) return { x: column.x + column.width - 14, y: 0, step: leftwards };
  const onGoodSide = point.value >= 0 ? 1 : -1;
  return { x: point.x + 16, y: point.y + onGoodSide * 14, step: { x: spacing, y: 0 } };
}
