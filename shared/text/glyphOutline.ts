import type { Sfnt } from './sfnt.ts';

/** Moves, lines and quadratic curves in font units, y upwards, as TrueType has them. */
export type OutlineSegment =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['Q', x1: number, y1: number, x: number, y: number]
  | readonly ['Z'];

/** Deeper nesting is a damaged font. */
const deepest = 8;

/** The outline of a glyph; empty for one without ink. Filled by the nonzero rule. */
export function glyphOutline(sfnt: Sfnt, glyph: number): readonly OutlineSegment[] {
  const segments: OutlineSegment[] = [];
  addGlyph(sfnt, glyph, [1, 0, 0, 1, 0, 0], segments, 0);
  return segments;
}

/** x' = a x + c y + e, y' = b x + d y + f */
type Transform = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function addGlyph(sfnt: Sfnt, glyph: number, transform: Transform, out: OutlineSegment[], depth: number): void {
  const data = sfnt.outline(glyph);
  if (data.byteLength < 10 || depth > deepest) return;
  const contours = data.getInt16(0);
  if (contours >= 0) addSimple(data, contours, transform, out);
  else addComponents(sfnt, data, transform, out, depth);
}

interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

function addSimple(data: DataView, contours: number, [a, b, c, d, e, f]: Transform, out: OutlineSegment[]): void {
  const ends = Array.from({ length: contours }, (_, i) => data.getUint16(10 + i * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + contours * 2;
  at += 2 + data.getUint16(at); // instructions
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(at++);
    flags.push(flag);
    if (flag & 8) for (let repeats = data.getUint8(at++); repeats > 0; repeats--) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.slice(0, count).map((flag) => {
      if (flag & short) value += flag & same ? data.getUint8(at++) : -data.getUint8(at++);
      else if (!(flag & same)) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  let first = 0;
  for (const end of ends) {
    const points = flags.slice(first, end + 1).map((flag, i): CurvePoint => {
      const [x, y] = [xs[first + i] ?? 0, ys[first + i] ?? 0];
      return { x: a * x + c * y + e, y: b * x + d * y + f, on: (flag & 1) !== 0 };
    });
    addContour(points, out);
    first = end + 1;
  }
}

/** Between two control points a point on the curve is left out, halfway. */
function addContour(points: readonly CurvePoint[], out: OutlineSegment[]): void {
  const [one] = points;
  if (one === undefined) return;
  const last = points.at(-1) ?? one;
  const start = one.on ? one : last.on ? last : halfway(one, last);
  out.push(['M', start.x, start.y]);
  let control: CurvePoint | null = null;
  const rest = one.on ? points.slice(1) : last.on ? points.slice(0, -1) : points;
  for (const point of [...rest, start]) {
    if (point.on) {
      out.push(control === null ? ['L', point.x, point.y] : ['Q', control.x, control.y, point.x, point.y]);
      control = null;
      continue;
    }
    if (control !== null) {
      const middle = halfway(control, point);
      out.push(['Q', control.x, control.y, middle.x, middle.y]);
    }
    control = point;
  }
  out.push(['Z']);
}

const halfway = (p: CurvePoint, q: CurvePoint): CurvePoint => ({ x: (p.x + q.x) / 2, y: (p.y + q.y) / 2, on: true });

function addComponents(sfnt: Sfnt, data: DataView, outer: Transform, out: OutlineSegment[], depth: number): void {
  for (let at = 10, more = true; more; ) {
    const flag = data.getUint16(at);
    const glyph = data.getUint16(at + 2);
    at += 4;
    const isWord = (flag & 1) !== 0;
    // Components placed by matching points are not in the fonts we have; they would stand at the origin.
    const isOffset = (flag & 2) !== 0;
    const dx = isWord ? data.getInt16(at) : data.getInt8(at);
    const dy = isWord ? data.getInt16(at + 2) : data.getInt8(at + 1);
    at += isWord ? 4 : 2;
    const scale = () => {
      const value = data.getInt16(at) / 16_384;
      at += 2;
      return value;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flag & 8) a = d = scale();
    else if (flag & 64) [a, d] = [scale(), scale()];
    else if (flag & 128) [a, b, c, d] = [scale(), scale(), scale(), scale()];
    addGlyph(sfnt, glyph, within(outer, [a, b, c, d, isOffset ? dx : 0, isOffset ? dy : 0]), out, depth + 1);
    more = (flag & 32) !== 0;
  }
}

const within = ([a, b, c, d, e, f]: Transform, [g, h, i, j, k, l]: Transform): Transform => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
