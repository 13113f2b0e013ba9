import { brokenHandoffIds } from '../../insights/executive.ts';
import type { HandoffPath } from '../../layout/mapLayout.ts';
import * as size from '../../layout/sizes.ts';
import { signed } from '../../model/inWords.ts';
import { toneOf } from '../../model/measurement.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import { beliefName, beliefStroke, curveName } from '../emotionCurve.ts';
import { gapPlaces } from '../gapMarks.ts';
import { headerHeight } from '../mapHeaders.ts';
import { chipsOf, chipText } from '../metricChip.ts';
import type { NumberedGap } from '../numberedGaps.ts';
import { emotionColor, laneColor, noteColor, palette, severityColor, toneColor } from '../palette.ts';
import { METRIC_FONT, METRIC_PADDING, metricInWords, type PrintLayout } from '../printLayout.ts';
import type { PathSegment, Rect } from '../scene.ts';
import { readSvgPath } from '../svgPath.ts';
import { connectorXml } from './connectors.ts';
import type { SlideShapes } from './shapes.ts';

/** Draws a map into a box of a slide, as shapes that can be moved and typed into. */
export function drawMapShapes(
  slide: SlideShapes,
  map: MapSnapshot,
  layout: PrintLayout,
  gaps: readonly NumberedGap[],
  box: Rect,
): void {
  const width = layout.width + size.LANE_HEADER_WIDTH;
  const height = layout.height + headerHeight(layout);
  const scale = Math.min(box.width / width, box.height / height, 1);
  const pen: Pen = {
    slide,
    map,
    layout,
    scale,
    left: box.x + (box.width - width * scale) / 2 + size.LANE_HEADER_WIDTH * scale,
    top: box.y + headerHeight(layout) * scale,
  };
  drawLanes(pen);
  drawHeaders(pen);
  drawCurves(pen);
  const cards = drawCards(pen);
  drawNotes(pen);
  drawMetrics(pen);
  drawHandoffs(pen, cards, brokenHandoffIds(gaps));
  for (const { gap, x, y } of gapPlaces(map, layout, gaps)) {
    const radius = size.MARK_RADIUS;
    const disc = place(pen, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });
    slide.shape(disc, {
      name: `Gap ${gap.number}`,
      description: `Gap ${gap.number}: ${gap.title}`,
      form: 'ellipse',
      fill: severityColor[gap.severity],
      line: { color: palette.panel, width: 1.2 * scale },
      text: {
        paragraphs: [{ text: String(gap.number), size: 9 * scale, color: palette.panel, bold: true }],
        anchor: 'ctr',
        align: 'ctr',
      },
    });
  }
}

interface Pen {
  readonly slide: SlideShapes;
  readonly map: MapSnapshot;
  readonly layout: PrintLayout;
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

const place = ({ left, top, scale }: Pen, { x, y, width, height }: Rect): Rect => ({
  x: left + x * scale,
  y: top + y * scale,
  width: width * scale,
  height: height * scale,
});

const edge = { color: palette.lineStrong, width: 0.75 } as const;

function drawLanes(pen: Pen): void {
  const { slide, map, layout, scale } = pen;
  const whole = { x: 0, y: 0, width: layout.width, height: layout.height };
  slide.shape(place(pen, whole), { name: 'Sheet', fill: palette.paper, line: edge });
  const left = -size.LANE_HEADER_WIDTH;
  const { y, height } = layout.emotion;
  header(pen, { x: left, y, width: size.LANE_HEADER_WIDTH, height }, 'Emotion', 'How it feels');
  for (const { id, y: top, height: laneHeight } of layout.lanes) {
    const lane = map.lanes.get(id);
    if (lane === undefined) continue;
    const box = { x: left, y: top, width: size.LANE_HEADER_WIDTH, height: laneHeight };
    header(pen, box, lane.title, lane.kind === 'department' ? lane.visibility : 'notes');
    slide.shape(place(pen, { x: 0, y: top, width: layout.width, height: laneHeight }), {
      name: `Lane: ${lane.title}`,
      line: edge,
    });
    if (lane.kind !== 'department') continue;
    slide.shape(place(pen, { ...box, width: 4 }), { name: `Colour of ${lane.title}`, fill: laneColor(map, lane) });
  }
  if (layout.visibilityY === null) return;
  const line: PathSegment[] = [
    ['M', pen.left + left * scale, pen.top + layout.visibilityY * scale],
    ['L', pen.left + layout.width * scale, pen.top + layout.visibilityY * scale],
  ];
  const at = place(pen, { x: left, y: layout.visibilityY, width: layout.width - left, height: 0 });
  slide.freeform(at, line, { name: 'Line of visibility', line: { color: palette.faint, width: 1, dash: [3, 3] } });
}

function header(pen: Pen, box: Rect, title: string, caption: string): void {
  pen.slide.shape(place(pen, box), {
    name: `Row: ${title}`,
    fill: palette.panel,
    line: edge,
    text: {
      inset: 10 * pen.scale,
      paragraphs: [
        { text: title, size: size.LANE_FONT.size * pen.scale, color: palette.ink, bold: true },
        { text: caption, size: 10 * pen.scale, color: palette.muted },
      ],
    },
  });
}

function drawHeaders(pen: Pen): void {
  const { slide, map, layout, scale } = pen;
  const top = -headerHeight(layout);
  for (const { id, x, width } of layout.stages) {
    slide.shape(place(pen, { x, y: top, width, height: layout.stageRowHeight }), {
      name: `Stage: ${map.stages.get(id)?.title ?? ''}`,
      fill: palette.panel,
      line: edge,
      text: {
        inset: 6 * scale,
        anchor: 'ctr',
        paragraphs: [
          {
            text: map.stages.get(id)?.title ?? '',
            size: size.STAGE_FONT.size * scale,
            color: palette.accent,
            bold: true,
          },
        ],
      },
    });
  }
  for (const { step, x, width } of layout.columns) {
    const record = step === null ? undefined : map.steps.get(step);
    if (record === undefined) continue;
    const title = `${record.momentOfTruth ? '\u2605 ' : ''}${record.title}`;
    slide.shape(place(pen, { x, y: -layout.stepRowHeight, width, height: layout.stepRowHeight }), {
      name: `Step: ${record.title}`,
      ...(record.momentOfTruth ? { description: `Moment of truth: ${record.title}` } : {}),
      fill: palette.panel,
      line: edge,
      text: { inset: 6 * scale, paragraphs: [{ text: title, size: size.STEP_FONT.size * scale, color: palette.ink }] },
    });
  }
}

const marks = ['ellipse', 'rect', 'diamond', 'triangle'] as const;

function drawCurves(pen: Pen): void {
  const { slide, map, layout, scale } = pen;
  const { emotion } = layout;
  const row = place(pen, { x: 0, y: emotion.y, width: layout.width, height: emotion.height });
  const onSlide = (path: string) => readSvgPath(path).map((segment) => moved(segment, pen));
  if (emotion.belief !== null) {
    const line = { ...beliefStroke, width: 1.2 * scale };
    slide.freeform(row, onSlide(emotion.belief.path), {
      name: beliefName,
      description: 'What the company believes',
      line,
    });
  }
  for (const [index, curve] of emotion.curves.entries()) {
    const name = `Emotion curve: ${curveName(map, curve)}`;
    slide.freeform(row, onSlide(curve.path), {
      name,
      line: { color: palette.muted, width: (index === 0 ? 2.2 : 1.4) * scale },
    });
    for (const { x, y, value, step, own } of curve.points) {
      if (!own) continue;
      const title = map.steps.get(step)?.title ?? '';
      slide.shape(place(pen, { x: x - 9, y: y - 9, width: 18, height: 18 }), {
        name: `Emotion: ${title}`,
        description: `${curveName(map, curve)} at ${title}: ${signed(value)}`,
        form: marks[index % marks.length] ?? 'ellipse',
        fill: palette.panel,
        line: { color: emotionColor(value), width: 2 * scale },
        text: {
          anchor: 'ctr',
          align: 'ctr',
          paragraphs: [{ text: signed(value), size: 8 * scale, color: palette.ink }],
        },
      });
    }
  }
}

function moved(segment: PathSegment, { left, top, scale }: Pen): PathSegment {
  if (segment[0] === 'Z') return segment;
  const [kind, ...values] = segment;
  const placed = values.map((value, i) => (i % 2 === 0 ? left : top) + value * scale);
  // The same command with as many numbers as before.
  return [kind, ...placed] as unknown as PathSegment;
}

/** Answers with the number of each card's shape. */
function drawCards(pen: Pen): ReadonlyMap<string, number> {
  const { slide, map, layout, scale } = pen;
  const chips = chipsOf(map);
  const numbers = new Map<string, number>();
  for (const box of layout.cards) {
    const touchpoint = map.touchpoints.get(box.id);
    if (touchpoint === undefined) continue;
    const owner = map.people.get(touchpoint.owner ?? '')?.name.trim() || 'no owner';
    const chip = chips.get(box.id);
    const facts = [touchpoint.channel.trim(), owner, chip === undefined ? '' : chipText(chip)].filter(
      (fact) => fact !== '',
    );
    const isWarning = owner === 'no owner' || chip?.tone === 'bad';
    numbers.set(
      box.id,
      slide.shape(place(pen, box), {
        name: touchpoint.title.trim() || 'Untitled touchpoint',
        form: 'roundRect',
        fill: palette.panel,
        line: { color: palette.lineStrong, width: Math.max(0.5, scale) },
        text: {
          inset: 7 * scale,
          paragraphs: [
            { text: touchpoint.title, size: 12 * scale, color: palette.ink, bold: true },
            { text: facts.join(' \u00b7 '), size: 8.5 * scale, color: isWarning ? palette.danger : palette.muted },
          ],
        },
      }),
    );
  }
  return numbers;
}

function drawNotes(pen: Pen): void {
  const { slide, map, layout, scale } = pen;
  for (const box of layout.notes) {
    const note = map.notes.get(box.id);
    if (note === undefined) continue;
    const { fill, ink } = noteColor[note.kind];
    slide.shape(place(pen, box), {
      name: `${note.kind}: ${note.text}`,
      fill,
      text: {
        inset: 7 * scale,
        paragraphs: [
          { text: note.text, size: 11 * scale, color: ink },
          { text: note.kind, size: 7 * scale, color: ink },
        ],
      },
    });
  }
}

/** What is measured at stages and steps: the row under the lanes. */
function drawMetrics(pen: Pen): void {
  const { slide, layout, scale } = pen;
  const { metricsRow } = layout;
  if (metricsRow === undefined) return;
  const { y, height } = metricsRow;
  const left = -size.LANE_HEADER_WIDTH;
  header(pen, { x: left, y, width: size.LANE_HEADER_WIDTH, height }, 'Metrics', 'of stages and steps');
  slide.shape(place(pen, { x: 0, y, width: layout.width, height }), { name: 'Row: Metrics', line: edge });
  for (const box of metricsRow.boxes) {
    const tone = toneOf(box.metric);
    const { fill, ink } = toneColor[tone];
    const text = metricInWords(box.metric);
    slide.shape(place(pen, box), {
      name: `Metric: ${text}`,
      form: 'roundRect',
      fill,
      // What misses its target has an outline, since paper may be grey.
      ...(tone === 'bad' ? { line: { color: ink, width: 0.8 * scale } } : {}),
      text: {
        inset: METRIC_PADDING.x * scale,
        insetY: scale,
        anchor: 'ctr',
        paragraphs: [{ text, size: (METRIC_FONT.size - 1) * scale, color: ink }],
      },
    });
  }
}

function drawHandoffs(pen: Pen, cards: ReadonlyMap<string, number>, broken: ReadonlySet<string>): void {
  const { slide, map, layout, scale } = pen;
  for (const path of layout.handoffs) {
    const [from, to] = [cards.get(path.from), cards.get(path.to)];
    const [a, b] = [layout.cardById.get(path.from), layout.cardById.get(path.to)];
    if (from === undefined || to === undefined || a === undefined || b === undefined) continue;
    const isBroken = broken.has(path.id);
    const isBack = b.y + b.height / 2 < a.y + a.height && path.arrow.direction === 'right';
    const leaves = leavesDown(path) ? (isBack ? 'left' : 'bottom') : 'right';
    const enters = path.arrow.direction === 'down' ? 'top' : 'left';
    const start = site(place(pen, a), leaves);
    const end = site(place(pen, b), enters);
    const stroke = isBroken
      ? { color: palette.danger, width: Math.max(0.75, 1.5 * scale), dash: [5, 3.5] }
      : { color: palette.faint, width: Math.max(0.5, 1.2 * scale) };
    const name = `${isBroken ? 'Broken hand-off' : 'Hand-off'} to ${map.touchpoints.get(path.to)?.title ?? ''}`;
    slide.raw((id) =>
      connectorXml(id, { ...start, shape: from, side: leaves }, { ...end, shape: to, side: enters }, stroke, name),
    );
  }
}

function leavesDown({ points: [first, second] }: HandoffPath): boolean {
  return first !== undefined && second !== undefined && first.x === second.x && second.y > first.y;
}

/** Where a connector is glued: in the middle of a side. */
function site({ x, y, width, height }: Rect, side: 'top' | 'left' | 'bottom' | 'right') {
  if (side === 'left') return { x, y: y + height / 2 };
  if (side === 'right') return { x: x + width, y: y + height / 2 };
  return { x: x + width / 2, y: side === 'top' ? y : y + height };
}
