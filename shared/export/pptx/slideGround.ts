import * as size from '../../layout/sizes.ts';
import { headerHeight } from '../mapHeaders.ts';
import { laneColor, palette } from '../palette.ts';
import type { PathSegment, Rect } from '../scene.ts';
import { edge, type Pen, place } from './slidePen.ts';

/** The sheet, the rows with their headers, and the line of visibility. */
export function drawLanes(pen: Pen): void {
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

/** The name of a row, at its left. */
export function header(pen: Pen, box: Rect, title: string, caption: string): void {
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

/** The stages and steps above the rows. */
export function drawHeaders(pen: Pen): void {
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
