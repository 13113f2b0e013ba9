import type { HandoffPath } from '../../shared/layout/mapLayout.ts';
import { arrowPath } from './arrowPath.ts';
import type { Sight } from './sight.ts';

/** The map is cut into squares of this size. */
export const SQUARE = 320;
/** What a dash and the space after it take together: cut there, a dashed line looks as if it were whole. */
export const DASH_LENGTH = 9;
/** Pieces of a line overlap by so much, or a seam would show between them. */
const OVERLAP = 0.5;

/** What one square shows of all hand-offs, as paths. */
export interface Pieces {
  readonly key: string;
  readonly lines: string;
  readonly arrows: string;
  readonly broken: string;
  readonly brokenArrows: string;
}

interface Square {
  readonly column: number;
  readonly row: number;
}

/** The part of one hand-off that begins in a square. */
interface Piece extends Square {
  readonly line: string;
  readonly arrow: string;
}

const known = new WeakMap<HandoffPath, readonly Piece[]>();

/**
 * Hand-offs as they are painted: cut where they leave a square. A line through half the map would have all that is
 * around it drawn anew when it comes; of pieces only those come that nobody sees yet.
 *
 * @param sight the part of the map that is shown, and of which every square is answered
 */
export function piecesIn(handoffs: readonly HandoffPath[], broken: ReadonlySet<string>, sight: Sight): Pieces[] {
  const [left, top] = [Math.floor(sight.left / SQUARE), Math.floor(sight.top / SQUARE)];
  const [right, bottom] = [Math.floor(sight.right / SQUARE), Math.floor(sight.bottom / SQUARE)];
  const squares = new Map<string, { -readonly [Key in keyof Pieces]: Pieces[Key] }>();
  for (const handoff of handoffs) {
    const { x, y, width, height } = handoff.bounds;
    if (x > (right + 1) * SQUARE || x + width < left * SQUARE) continue;
    if (y > (bottom + 1) * SQUARE || y + height < top * SQUARE) continue;
    const isBroken = broken.has(handoff.id);
    for (const { column, row, line, arrow } of piecesOf(handoff)) {
      if (column < left || column > right || row < top || row > bottom) continue;
      const key = `${column}/${row}`;
      const square = squares.get(key) ?? { key, lines: '', arrows: '', broken: '', brokenArrows: '' };
      squares.set(key, square);
      square[isBroken ? 'broken' : 'lines'] += line;
      square[isBroken ? 'brokenArrows' : 'arrows'] += arrow;
    }
  }
  return [...squares.values()];
}

function piecesOf(handoff: HandoffPath): readonly Piece[] {
  let pieces = known.get(handoff);
  if (!pieces) {
    pieces = cut(handoff);
    known.set(handoff, pieces);
  }
  return pieces;
}

function cut({ path, arrow }: HandoffPath): readonly Piece[] {
  // A straight run and a rounded corner by turns, a straight run at the end.
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const next = () => numbers[at++] ?? 0;
  let at = 0;
  let [x, y] = [next(), next()];
  const pieces: Piece[] = [];
  let length = 0;
  let square: Square | null = null;
  let line = `M${x} ${y}`;

  const run = (toX: number, toY: number) => {
    const distance = Math.abs(toX - x) + Math.abs(toY - y);
    const [dx, dy] = [Math.sign(toX - x), Math.sign(toY - y)];
    let done = 0;
    while (true) {
      const [fromX, fromY] = [x + dx * done, y + dy * done];
      const here = squareOf(fromX, fromY, dx, dy);
      square ??= here;
      // A corner may have led into another square.
      const isInside = square.column === here.column && square.row === here.row;
      const edge = isInside ? done + Math.max(1, toEdge(fromX, dx) + toEdge(fromY, dy)) : done;
      const stop = Math.ceil((length + edge) / DASH_LENGTH) * DASH_LENGTH - length;
      if (stop >= distance) break;
      const [cutX, cutY] = [x + dx * stop, y + dy * stop];
      pieces.push({
        ...square,
        line: `${line}L${round(cutX + dx * OVERLAP)} ${round(cutY + dy * OVERLAP)}`,
        arrow: '',
      });
      line = `M${round(cutX)} ${round(cutY)}`;
      square = squareOf(cutX, cutY, dx, dy);
      done = stop;
    }
    length += distance;
    [x, y] = [toX, toY];
    line += `L${x} ${y}`;
  };

  while (at < numbers.length) {
    run(next(), next());
    if (at >= numbers.length) break;
    const [cornerX, cornerY, toX, toY] = [next(), next(), next(), next()];
    length += CORNER_LENGTH * (Math.abs(cornerX - x) + Math.abs(cornerY - y));
    [x, y] = [toX, toY];
    line += `Q${cornerX} ${cornerY} ${x} ${y}`;
  }
  pieces.push({ ...(square ?? squareOf(x, y, 0, 0)), line, arrow: arrowPath(arrow.tip, arrow.direction) });
  return pieces;
}

/** How long a rounded corner is, to the length of one of its two sides. */
const CORNER_LENGTH = 1.6232;

/** The square that a line going on in a direction is in; on an edge, the one it goes into. */
const squareOf = (x: number, y: number, dx: number, dy: number): Square => ({
  column: along(x, dx),
  row: along(y, dy),
});

const along = (at: number, direction: number) => (direction < 0 ? Math.ceil(at / SQUARE) - 1 : Math.floor(at / SQUARE));

/** How far the next edge of a square is in a direction: 1, -1, or 0 for one that leads to none. */
function toEdge(from: number, direction: number): number {
  if (direction === 0) return 0;
  const inside = from - Math.floor(from / SQUARE) * SQUARE;
  return direction > 0 ? SQUARE - inside : inside || SQUARE;
}

const round = (value: number) => Math.round(value * 100) / 100;
