import type { Grid } from './grid.ts';
import type { LaneBox, Point } from './mapLayout.ts';
import { CARD_WIDTH, CELL_MARGIN_X, CELL_MARGIN_Y, COLUMN_WIDTH, MARK_RADIUS } from './sizes.ts';

const SPACING = 2 * MARK_RADIUS + 2;

/**
 * Finds places on lines where marks stand free: first where they touch neither card nor other mark, then where they
 * touch no other mark, and if there is none, in the middle of the longest run. Lines served first choose first.
 */
export function labelPlacer(grid: Grid): (points: readonly Point[]) => Point {
  const taken = new Map<number, Point[]>();
  const bucketOf = (x: number, y: number) => Math.floor(x / SPACING) * 100_003 + Math.floor(y / SPACING);
  const isTaken = ({ x, y }: Point) => {
    for (let dx = -SPACING; dx <= SPACING; dx += SPACING) {
      for (let dy = -SPACING; dy <= SPACING; dy += SPACING) {
        for (const other of taken.get(bucketOf(x + dx, y + dy)) ?? []) {
          if (Math.abs(other.x - x) < SPACING && Math.abs(other.y - y) < SPACING) return true;
        }
      }
    }
    return false;
  };
  const isFree = cardTest(grid);
  const boundaries = grid.lanes.map((lane) => lane.y);

  return (points) => {
    const candidates = candidatesOn(points, boundaries);
    const unmarked = candidates.filter((point) => !isTaken(point));
    const place = unmarked.find(isFree) ?? unmarked[0] ?? candidates[0] ?? { x: 0, y: 0 };
    const bucket = bucketOf(place.x, place.y);
    const others = taken.get(bucket);
    if (others) others.push(place);
    else taken.set(bucket, [place]);
    return place;
  };
}

/** Along every run, the longest first: where it passes between two lanes, its middle, and then outwards from there. */
function candidatesOn(points: readonly Point[], boundaries: readonly number[]): Point[] {
  const runs = points.slice(1).map((to, i) => {
    const from = points[i] as Point;
    return { from, to, length: Math.abs(to.x - from.x) + Math.abs(to.y - from.y) };
  });
  runs.sort((a, b) => b.length - a.length);
  return runs.flatMap(({ from, to, length }) => {
    const at = (part: number): Point => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
    const places: Point[] = [];
    if (from.x === to.x) {
      const [low, high] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
      const middle = (low + high) / 2;
      const passed = boundaries.filter((y) => y > low && y < high);
      passed.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
      for (const y of passed) places.push({ x: from.x, y });
    }
    places.push(at(0.5));
    for (let away = SPACING; away <= 3 * SPACING && away < length / 2 - MARK_RADIUS; away += SPACING) {
      places.push(at(0.5 + away / length), at(0.5 - away / length));
    }
    return places;
  });
}

/** Whether a mark at a point would touch no card; the cards of a cell count as one block. */
function cardTest({ lanes, columns, filled }: Grid): (point: Point) => boolean {
  return ({ x, y }) => {
    const firstColumn = Math.max(0, Math.floor((x - MARK_RADIUS - CELL_MARGIN_X) / COLUMN_WIDTH));
    const lastColumn = Math.min(columns.length - 1, Math.floor((x + MARK_RADIUS) / COLUMN_WIDTH));
    for (let row = rowAt(lanes, y - MARK_RADIUS); row < lanes.length; row++) {
      const lane = lanes[row] as LaneBox;
      if (lane.y + CELL_MARGIN_Y >= y + MARK_RADIUS) break;
      for (let column = firstColumn; column <= lastColumn; column++) {
        const left = column * COLUMN_WIDTH + CELL_MARGIN_X;
        const beside = x + MARK_RADIUS <= left || x - MARK_RADIUS >= left + CARD_WIDTH;
        const bottom = lane.y + (filled[row * columns.length + column] ?? 0);
        if (!beside && bottom > y - MARK_RADIUS && bottom > lane.y) return false;
      }
    }
    return true;
  };
}

/** The first lane that ends under `y`. */
function rowAt(lanes: readonly LaneBox[], y: number): number {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const lane = lanes[middle] as LaneBox;
    if (lane.y + lane.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}
