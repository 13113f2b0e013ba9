import type { EmotionCurve, EmotionPoint, MapLayout } from '../layout/mapLayout.ts';
import { EMOTION_DEGREE } from '../layout/sizes.ts';
import { signed } from '../model/inWords.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { emotionColor, palette } from './palette.ts';
import type { GroupItem, PathItem, PathSegment, SceneItem, Stroke } from './scene.ts';
import { circle, line, polygon } from './shapes.ts';
import { readSvgPath } from './svgPath.ts';
import { type Typesetter, textBlock } from './textBlock.ts';

const valueFont = { size: 9, lineHeight: 9, weight: 600 };
/** From a point to its number: the number of a best moment still stands inside the row. */
const valueDistance = 6.5;
/** Dash and dot: no other line of the map is drawn like this. */
export const beliefStroke = { color: palette.muted, width: 1.4, dash: [7, 3, 1.5, 3] } as const;
export const beliefName = 'We believe';
/** Pieces a stretch between two steps is drawn in: enough for colours to flow into each other, none too short to be seen. */
const mostPieces = 8;
const shortestPiece = 4;

/**
 * How the customer feels along the way: coloured by the feeling, and readable without colour by height, number and mark.
 *
 * @param scale points a unit of the layout takes on the page
 */
export function emotionCurves(typesetter: Typesetter, map: MapSnapshot, layout: MapLayout, scale = 1): GroupItem {
  const { y, height, zeroY, curves, belief } = layout.emotion;
  const items: SceneItem[] = [
    line(0, zeroY, layout.width, zeroY, { color: palette.lineStrong, width: 1, dash: [2, 3] }),
  ];
  if (belief !== null) {
    items.push({
      kind: 'path',
      segments: readSvgPath(belief.path),
      stroke: beliefStroke,
    });
  }
  const stepWidth = (layout.width / Math.max(1, layout.columns.length)) * scale;
  const pieces = Math.max(2, Math.min(mostPieces, Math.ceil(stepWidth / shortestPiece)));
  for (const [index, curve] of curves.entries()) items.push(...drawCurve(typesetter, layout, curve, index, pieces));
  items.push({ kind: 'rect', x: 0, y, width: layout.width, height }); // says how large the figure is, unpainted
  return { kind: 'group', role: 'curve', label: curvesInWords(map, layout), items };
}

function drawCurve(
  typesetter: Typesetter,
  layout: MapLayout,
  curve: EmotionCurve,
  index: number,
  pieces: number,
): SceneItem[] {
  const width = index === 0 ? 2.6 : 1.8;
  const valueAt = (y: number) => (layout.emotion.zeroY - y) / EMOTION_DEGREE;
  const drawn: SceneItem[] = colouredPieces(readSvgPath(curve.path), width, pieces, valueAt);
  for (const { x, y, value, own, step } of curve.points) {
    if (!own) continue;
    drawn.push(personaMark(index, x, y, emotionColor(value)));
    if (index > 0) continue;
    const place = { x: x - 20, width: 40, font: valueFont, color: palette.muted, align: 'center' } as const;
    drawn.push(...textBlock(typesetter, signed(value), { ...place, y: valueTop(layout, y, step) }).items);
  }
  return drawn;
}

/** Above a good moment and below a bad one, where the curve does not run; on the other side if another curve's mark is there. */
function valueTop({ emotion }: MapLayout, y: number, step: string): number {
  const above = y - valueDistance - valueFont.lineHeight;
  const below = y + valueDistance;
  const others = emotion.curves
    .slice(1)
    .flatMap(({ points }) => points.filter((point) => point.own && point.step === step));
  const isFree = (top: number) =>
    others.every((other) => other.y < top - 6 || other.y > top + valueFont.lineHeight + 6);
  const wanted = y <= emotion.zeroY ? [above, below] : [below, above];
  return wanted.find(isFree) ?? wanted[0] ?? above;
}

/** The mark of the first, second, ... curve: shapes that differ without colour. */
export function personaMark(index: number, x: number, y: number, color: string, scale = 1): PathItem {
  const paint = { fill: palette.panel, stroke: { color, width: 2.2 * scale } };
  const corner = (dx: number, dy: number) => ({ x: x + dx * scale, y: y + dy * scale });
  switch (index % 4) {
    case 1:
      return polygon([corner(-4, -4), corner(4, -4), corner(4, 4), corner(-4, 4)], paint);
    case 2:
      return polygon([corner(0, -5.5), corner(5.5, 0), corner(0, 5.5), corner(-5.5, 0)], paint);
    case 3:
      return polygon([corner(0, -5.5), corner(5, 4), corner(-5, 4)], paint);
    default:
      return circle(x, y, 5 * scale, paint);
  }
}

function colouredPieces(
  segments: readonly PathSegment[],
  width: number,
  pieces: number,
  valueAt: (y: number) => number,
): PathItem[] {
  const drawn: (PathItem & { segments: PathSegment[]; stroke: Stroke })[] = [];
  let from: Corner = [0, 0];
  let isJoined = false; // whether the last piece ends where the next one begins
  for (const segment of segments) {
    if (segment[0] === 'Z') continue;
    if (segment[0] !== 'C') isJoined = false;
    const to = segment.slice(-2) as unknown as Corner; // every other segment ends with its point
    if (segment[0] === 'C') {
      const curve: Curve = [from, [segment[1], segment[2]], [segment[3], segment[4]], to];
      for (let i = 0; i < pieces; i++) {
        const piece = part(curve, i / pieces, (i + 1) / pieces);
        const color = emotionColor(valueAt((piece[0][1] + piece[3][1]) / 2));
        const onward: PathSegment = ['C', ...piece[1], ...piece[2], ...piece[3]];
        const last = drawn.at(-1);
        // Where the feeling does not change, neither does the colour: one line, however many steps.
        if (isJoined && last?.stroke.color === color) last.segments.push(onward);
        else
          drawn.push({ kind: 'path', segments: [['M', ...piece[0]], onward], stroke: { color, width, cap: 'round' } });
        isJoined = true;
      }
    }
    from = to;
  }
  return drawn;
}

type Corner = readonly [x: number, y: number];
type Curve = readonly [Corner, Corner, Corner, Corner];

/** The stretch of a cubic Bézier curve between two of its parameters, by blossoming. */
function part([a, b, c, d]: Curve, from: number, to: number): Curve {
  const between = (p: Corner, q: Corner, t: number): Corner => [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
  const blossom = (t: number, u: number, v: number): Corner => {
    const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
    return between(between(ab, bc, u), between(bc, cd, u), v);
  };
  return [blossom(from, from, from), blossom(from, from, to), blossom(from, to, to), blossom(to, to, to)];
}

/** Whose feelings a curve shows. */
export const curveName = (map: MapSnapshot, { persona }: EmotionCurve): string =>
  map.personas.get(persona)?.name ?? 'Everyone';

/** The curves in words, for those who listen. */
function curvesInWords(map: MapSnapshot, { emotion }: MapLayout): string {
  const told = (name: string, points: readonly EmotionPoint[]) => {
    const feelings = points.map(({ step, value }) => `${map.steps.get(step)?.title ?? ''} ${signed(value)}`);
    return `${name}: ${feelings.join(', ')}.`;
  };
  const curves = emotion.curves.map((curve) =>
    told(
      curveName(map, curve),
      curve.points.filter(({ own }) => own),
    ),
  );
  const belief = emotion.belief === null ? [] : [told(beliefName, emotion.belief.points)];
  const rated = curves.length > 0 ? curves : ['Nobody has rated a step yet.'];
  return ['Emotion curve from \u22122 to +2.', ...rated, ...belief].join(' ');
}
