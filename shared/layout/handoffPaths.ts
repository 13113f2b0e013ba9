import type { Handoff } from '../model/records.ts';
import { endOf } from './columns.ts';
import type { Grid } from './grid.ts';
import { itemAt } from './itemAt.ts';
import { labelPlacer } from './labels.ts';
import { boundsOf, directionOf, roundedPath } from './linePath.ts';
import type { HandoffPath, MapLayout, Point } from './mapLayout.ts';
import { type Ports, portsOf } from './ports.ts';
import { type Gutter, type Route, routesOf } from './routes.ts';
import { reuseList } from './share.ts';
import { type Span, type Stretch, tracksOf } from './tracks.ts';

/**
 * Draws all hand-offs: ways through the gutters first, then ends on the cards, then tracks in the gutters, then
 * places for marks. Nothing here moves a card, so a hand-off that comes or goes moves lines only.
 */
export function handoffPaths(
  handoffs: readonly Handoff[],
  grid: Grid,
  previous: MapLayout | undefined,
): readonly HandoffPath[] {
  const routes = routesOf(handoffs, grid);
  const ports = portsOf(routes);
  const tracks = assignTracks(routes, ports, grid);
  const placeLabel = labelPlacer(grid);
  const paths = routes.map((route, index) => {
    const points = cornersOf(route, itemAt(ports, index), tracks[index] ?? []);
    return pathOf(route, points, placeLabel(points), previous?.handoffById.get(route.handoff.id));
  });
  return reuseList(previous?.handoffs, paths);
}

function pathOf(route: Route, points: readonly Point[], label: Point, before: HandoffPath | undefined): HandoffPath {
  const [from, to] = [route.from.box.id, route.to.box.id];
  const same =
    before &&
    before.from === from &&
    before.to === to &&
    before.points.length === points.length &&
    samePoint(before.label, label) &&
    before.points.every((point, i) => samePoint(point, itemAt(points, i)));
  if (same) return before;
  const tip = itemAt(points, points.length - 1);
  const direction = directionOf(itemAt(points, points.length - 2), tip);
  const path = roundedPath(points);
  return { id: route.handoff.id, from, to, points, path, arrow: { tip, direction }, label, bounds: boundsOf(points) };
}

const samePoint = (a: Point, b: Point) => a.x === b.x && a.y === b.y;

/** A number of its own for every gutter; there are never a million of one kind. */
const numberOf = (gutter: Gutter): number => {
  if (gutter.kind === 'shelf') return 2_000_000 + gutter.slot.ordinal;
  return gutter.kind === 'column' ? gutter.column : 1_000_000 + gutter.row;
};

/**
 * What lines may use of a gutter. Arrows need room before the card they enter, so lines keep to the side where lines
 * leave; the outermost gutters are half as wide, because beyond them is a header or nothing.
 */
function spanOf(gutter: Gutter, { lanes, columns }: Grid): Span {
  if (gutter.kind === 'shelf') {
    const bottom = gutter.slot.box.y + gutter.slot.box.height;
    return { from: bottom + 3, to: bottom + 7 };
  }
  if (gutter.kind === 'column') {
    if (gutter.column === 0) return { from: 1, to: 3 };
    const x = columns[gutter.column]?.x ?? endOf(columns);
    return { from: x - 7, to: gutter.column === columns.length ? x - 1 : x + 2 };
  }
  const lane = lanes[gutter.row];
  const end = lanes.at(-1);
  if (lane) return { from: lane.y - 7, to: lane.y + 6 };
  const bottom = end ? end.y + end.height : 0;
  return { from: bottom - 7, to: bottom - 1 };
}

/** For each route the coordinate across each of its gutters. */
function assignTracks(routes: readonly Route[], ports: readonly Ports[], grid: Grid): readonly (readonly number[])[] {
  const spans = new Map<number, Span>();
  const spanFor = (gutter: Gutter): Span => {
    const known = spans.get(numberOf(gutter));
    if (known) return known;
    const span = spanOf(gutter, grid);
    spans.set(numberOf(gutter), span);
    return span;
  };
  const stretches: Stretch[] = [];
  for (const [index, { gutters }] of routes.entries()) {
    const { from, to } = itemAt(ports, index);
    const turns = [from];
    for (const gutter of gutters) {
      const span = spanFor(gutter);
      turns.push((span.from + span.to) / 2);
    }
    turns.push(to);
    for (const [i, gutter] of gutters.entries()) {
      stretches.push({ gutter: numberOf(gutter), start: turns[i] ?? 0, end: turns[i + 2] ?? 0 });
    }
  }
  const positions = tracksOf(stretches, (gutter) => spans.get(gutter) ?? { from: 0, to: 0 });
  let next = 0;
  return routes.map(({ gutters }) => {
    const own = positions.slice(next, next + gutters.length);
    next += gutters.length;
    return own;
  });
}

/** The corners of a line. Coordinates along the way are y, x, y, ... after leaving to the right, x, y, x, ... after leaving down. */
function cornersOf({ from, to, exit, entry }: Route, ports: Ports, tracks: readonly number[]): Point[] {
  // A straight line has one coordinate, whatever the side it enters would like.
  const end = tracks.length === 0 ? ports.from : ports.to;
  const turns = [ports.from, ...tracks, end];
  const start =
    exit === 'right'
      ? { x: from.box.x + from.box.width, y: ports.from }
      : { x: ports.from, y: from.box.y + from.box.height };
  const points: Point[] = [start];
  let across = exit === 'bottom';
  for (let i = 1; i < turns.length && tracks.length > 0; i++) {
    const [before, now] = [turns[i - 1] ?? 0, turns[i] ?? 0];
    points.push(across ? { x: before, y: now } : { x: now, y: before });
    across = !across;
  }
  points.push(entry === 'left' ? { x: to.box.x, y: end } : { x: end, y: to.box.y });
  return points;
}
