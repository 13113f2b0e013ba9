import { brokenHandoffIds } from '../insights/executive.ts';
import { toneOf } from '../model/measurement.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { beliefName, beliefStroke } from './emotionCurve.ts';
import { visibilityStroke } from './mapHeaders.ts';
import type { Shown } from './mapPage.ts';
import { chipGround, chipsOf } from './metricChip.ts';
import type { NumberedGap } from './numberedGaps.ts';
import { palette } from './palette.ts';
import type { PrintLayout } from './printLayout.ts';
import type { SceneItem, Stroke } from './scene.ts';
import { line, polygon, star } from './shapes.ts';
import { type Typesetter, textBlock, textWidth } from './textBlock.ts';

const font = { size: 10, lineHeight: 14, weight: 400 };
const lineWidth = 26;
/** From a sign to its name, and from a name to the next sign. */
const nameGap = 5;
const signGap = 18;

interface Sign {
  readonly name: string;
  readonly width: number;
  /** Whether it is on the map. */
  readonly shown: boolean;
  draw(x: number, middle: number): SceneItem[];
}

export interface Legend {
  readonly width: number;
  readonly height: number;
  draw(x: number, y: number): SceneItem[];
}

/** What the signs of a map mean, in one row; signs that are not on it are left out. */
export function mapLegend(
  typesetter: Typesetter,
  map: MapSnapshot,
  layout: PrintLayout,
  gaps: readonly NumberedGap[],
  parts: Shown,
): Legend {
  let width = 0;
  const entries = signsOf(map, layout, gaps, parts)
    .filter(({ shown }) => shown)
    .map((sign) => {
      const left = width === 0 ? 0 : width + signGap;
      const nameWidth = textWidth(typesetter, sign.name, font) + 0.01;
      width = left + sign.width + nameGap + nameWidth;
      return { sign, left, nameWidth };
    });
  const draw = (x: number, y: number) =>
    entries.flatMap(({ sign, left, nameWidth }) => {
      const place = { x: x + left + sign.width + nameGap, y, width: nameWidth, font, color: palette.muted };
      return [...sign.draw(x + left, y + font.lineHeight / 2), ...textBlock(typesetter, sign.name, place).items];
    });
  return { width, height: width === 0 ? 0 : font.lineHeight, draw };
}

function signsOf(map: MapSnapshot, layout: PrintLayout, gaps: readonly NumberedGap[], parts: Shown): Sign[] {
  const broken = brokenHandoffIds(gaps);
  const lineSign = (name: string, shown: boolean, stroke: Stroke): Sign => {
    return { name, shown, width: lineWidth, draw: (x, middle) => [line(x, middle, x + lineWidth, middle, stroke)] };
  };
  return [
    {
      name: 'Hand-off',
      shown: layout.handoffs.some(({ id }) => !broken.has(id)),
      width: lineWidth,
      draw: (x, middle) => arrow(x, middle, { color: palette.faint, width: 1.2 }),
    },
    {
      name: 'Broken hand-off',
      shown: layout.handoffs.some(({ id }) => broken.has(id)),
      width: lineWidth,
      draw: (x, middle) => arrow(x, middle, { color: palette.danger, width: 1.5, dash: [4, 3] }),
    },
    lineSign('Line of visibility', layout.visibilityY !== null, visibilityStroke),
    lineSign(beliefName, parts.curve && layout.emotion.belief !== null, beliefStroke),
    {
      name: 'Moment of truth',
      shown: layout.columns.some(({ step }) => step !== null && map.steps.get(step)?.momentOfTruth === true),
      width: 12,
      draw: (x, middle) => [star(x + 6, middle, 6, palette.star)],
    },
    {
      name: 'Off target',
      shown:
        parts.metrics &&
        ([...chipsOf(map)].some(([id, { tone }]) => tone === 'bad' && layout.cardById.has(id)) ||
          (layout.metricsRow?.boxes ?? []).some(({ metric }) => toneOf(metric) === 'bad')),
      width: 15,
      draw: (x, middle) => [chipGround('bad', { x, y: middle - 5, width: 15, height: 10 })],
    },
  ];
}

function arrow(x: number, middle: number, stroke: Stroke): SceneItem[] {
  const tip = [
    { x: x + lineWidth, y: middle },
    { x: x + lineWidth - 7, y: middle - 3.2 },
    { x: x + lineWidth - 7, y: middle + 3.2 },
  ];
  return [line(x, middle, x + lineWidth - 6, middle, stroke), polygon(tip, { fill: stroke.color })];
}
