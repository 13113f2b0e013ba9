import { columnAt } from './columns.ts';
import { firstEndingAfter } from './endingAfter.ts';
import type { Grid } from './grid.ts';
import { itemAt } from './itemAt.ts';
import type { LaneBox, Point } from './mapLayout.ts';
import { ARROW_LENGTH, CELL_MARGIN_X, CELL_MARGIN_Y, cardWidthIn, MARK_RADIUS } from './sizes.ts';

const SPACING = 2 * MARK_RADIUS + 2;
/** In the thickest crowd a mark may touch others; to search on would cost more than it helps. */
const MAX_TRIES = 16;
/** A line shorter than this would vanish under its mark, which therefore stands beside it. */
const SHORT = 2 * MARK_RADIUS + 2 * ARROW_LENGTH;

/**
 * Finds places on lines where marks stand free: first where they touch neither card nor other mark, then where they
 * touch no other mark, and if there is none, where it looked first. Lines served first choose first.
 */
export function labelPlacer(grid: Grid): (points: readonly Point[]) => Point {
  const marks = markTest();
  const touchesCard = cardTest(grid);
  const boundaries = grid.lanes.map((lane) => lane.y);

  return (points) => {
    const place = besideShort(points) ?? search(points);
    marks.add(place);
    return place;
  };

  function search(points: readonly Point[]): Point {
    let first: Point | null = null;
    let unmarked: Point | null = null;
    let tries = 0;
    for (const point of candidatesOn(points, boundaries)) {
      first ??= point;
      if (!marks.touch(point)) {
        if (!touchesCard(point)) return point;
        unmarked ??= point;
      }
      if (++tries === MAX_TRIES) break;
    }
    return unmarked ?? first ?? { x: 0, y: 0 };
  }
}

function besideShort(points: readonly Point[]): Point | null {
  const [from, to] = points;
  if (points.length !== 2 || !from || !to) return null;
  const aside = MARK_RADIUS + 3;
  if (from.y === to.y && to.x - from.x < SHORT) return { x: (from.x + to.x) / 2, y: from.y - aside };
  if (from.x === to.x && to.y - from.y < SHORT) return { x: from.x + aside, y: (from.y + to.y) / 2 };
  return null;
}

/** The marks set so far, in buckets as wide as their distance, so that only neighbours are compared. */
function markTest() {
  const buckets = new Map<number, Point[]>();
  const keyOf = (column: number, row: number) => column * 65_536 + row;
  const at = (value: number) => Math.floor(value / SPACING);
  return {
    add(point: Point) {
      const key = keyOf(at(point.x), at(point.y));
      const bucket = buckets.get(key);
      if (bucket) bucket.push(point);
      else buckets.set(key, [point]);
    },
    touch({ x, y }: Point): boolean {
      for (let column = at(x) - 1; column <= at(x) + 1; column++) {
        for (let row = at(y) - 1; row <= at(y) + 1; row++) {
          const bucket = buckets.get(keyOf(column, row));
          if (!bucket) continue;
          for (const mark of bucket) {
            if (Math.abs(mark.x - x) < SPACING && Math.abs(mark.y - y) < SPACING) return true;
          }
        }
      }
      return false;
    },
  };
}

/** Along every run, the longest first: where it passes between two lanes, its middle, and then outwards from there. */
function* candidatesOn(points: readonly Point[], boundaries: readonly number[]): Generator<Point> {
  const lengths = points.slice(1).map((to, i) => {
    const from = itemAt(points, i);
    return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  });
  const longest = lengths.map((_, run) => run).sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0));
  for (const run of longest) {
    const from = itemAt(points, run);
    const to = itemAt(points, run + 1);
    const length = lengths[run] ?? 0;
    const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
    const upright = from.x === to.x;
    if (upright) yield* crossings(from, to, boundaries);
    yield { x: middleX, y: middleY };
    for (let away = SPACING; away <= 2 * SPACING && away < length / 2 - MARK_RADIUS; away += SPACING) {
      yield upright ? { x: middleX, y: middleY + away } : { x: middleX + away, y: middleY };
      yield upright ? { x: middleX, y: middleY - away } : { x: middleX - away, y: middleY };
    }
  }
}

/** Where an upright run passes from one lane to the next: no card is near. The crossing nearest to its middle first. */
function crossings(from: Point, to: Point, boundaries: readonly number[]): Point[] {
  const [low, high] = from.y < to.y ? [from.y, to.y] : [to.y, from.y];
  const middle = (low + high) / 2;
  const passed = boundaries.filter((y) => y > low && y < high);
  passed.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  return passed.slice(0, 3).map((y) => ({ x: from.x, y }));
}

/** Whether a mark at a point would touch a card; the cards of a cell count as one block. */
function cardTest({ lanes, columns, filled }: Grid): (point: Point) => boolean {
  return ({ x, y }) => {
    const firstColumn = columnAt(columns, x - MARK_RADIUS - CELL_MARGIN_X);
    const lastColumn = Math.min(columns.length - 1, columnAt(columns, x + MARK_RADIUS));
    for (let row = rowAt(lanes, y - MARK_RADIUS); row < lanes.length; row++) {
      const lane = itemAt(lanes, row);
      if (lane.y + CELL_MARGIN_Y >= y + MARK_RADIUS) break;
      for (let column = firstColumn; column <= lastColumn; column++) {
        const { x: start, width } = itemAt(columns, column);
        const left = start + CELL_MARGIN_X;
        const beside = x + MARK_RADIUS <= left || x - MARK_RADIUS >= left + cardWidthIn(width);
        const bottom = lane.y + (filled[row * columns.length + column] ?? 0);
        if (!beside && bottom > y - MARK_RADIUS && bottom > lane.y) return true;
      }
    }
    return false;
  };
}

/** The first lane that ends under `y`. */
const rowAt = (lanes: readonly LaneBox[], y: number): number =>
  firstEndingAfter(lanes, y, (lane) => lane.y + lane.height);
