import { brokenHandoffIds } from '../../insights/executive.ts';
import * as size from '../../layout/sizes.ts';
import { toneOf } from '../../model/measurement.ts';
import type { MapSnapshot } from '../../model/snapshot.ts';
import { gapPlaces } from '../gapMarks.ts';
import { headerHeight } from '../mapHeaders.ts';
import { chipsOf, chipText } from '../metricChip.ts';
import type { NumberedGap } from '../numberedGaps.ts';
import { noteColor, palette, severityColor, toneColor } from '../palette.ts';
import { METRIC_FONT, METRIC_PADDING, metricInWords, type PrintLayout } from '../printLayout.ts';
import type { Rect } from '../scene.ts';
import type { SlideShapes } from './shapes.ts';
import { drawCurves } from './slideCurves.ts';
import { drawHeaders, drawLanes, header } from './slideGround.ts';
import { drawHandoffs } from './slideHandoffs.ts';
import { edge, type Pen, place } from './slidePen.ts';

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
