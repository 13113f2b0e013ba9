import { layoutMap } from '../layout/layoutMap.ts';
import type { ColumnBox, MapLayout, MeasureLines, Rect } from '../layout/mapLayout.ts';
import { LANE_CAPTION_HEIGHT, LANE_FONT } from '../layout/sizes.ts';
import { valueText } from '../model/inWords.ts';
import { newestValue } from '../model/measurement.ts';
import type { Metric } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A layout for paper, where what is measured at stages and steps has a row of its own under the lanes. */
export interface PrintLayout extends MapLayout {
  readonly metricsRow?: MetricsRow;
}

export interface MetricsRow {
  readonly y: number;
  readonly height: number;
  /** What is measured at stages, stage by stage, then at steps. */
  readonly boxes: readonly MetricBox[];
}

/** One metric, across its column; its sign may be narrower. */
export interface MetricBox extends Rect {
  readonly metric: Metric;
  /** The stage or step at which it is measured. */
  readonly at: { readonly kind: 'stage' | 'step'; readonly id: string };
}

export const METRIC_FONT = { size: 10.5, lineHeight: 14, weight: 550 };
/** From a sign's edge to its words. */
export const METRIC_PADDING = { x: 6, y: 3 } as const;
/** Around the row, and between two signs. */
const margin = 8;
const gap = 5;
/** The name of the row and its caption. */
export const METRICS_HEADER_PADDING = 9;
const least = LANE_FONT.lineHeight + LANE_CAPTION_HEIGHT + 2 * METRICS_HEADER_PADDING;

/** Lays out a map as it is printed: with or without the emotion row, with or without the row of metrics. */
export function printLayout(
  map: MapSnapshot,
  measure: MeasureLines,
  shown: { readonly curve: boolean; readonly metrics: boolean },
): PrintLayout {
  const layout = layoutMap(map, measure, undefined, { emotionRow: shown.curve });
  const metricsRow = shown.metrics ? metricsRowOf(map, layout, measure) : null;
  return metricsRow === null ? layout : { ...layout, height: layout.height + metricsRow.height, metricsRow };
}

/** The name of a metric and its newest value. */
export function metricInWords(metric: Metric): string {
  const value = newestValue(metric);
  // A value stays on one line with its unit.
  return `${metric.title.trim() || 'Unnamed metric'} ${(value === null ? '\u2013' : valueText(value, metric.unit)).replaceAll(' ', '\u00a0')}`;
}

function metricsRowOf(map: MapSnapshot, layout: MapLayout, measure: MeasureLines): MetricsRow | null {
  const at = (kind: 'stage' | 'step', id: string | null) =>
    map.metrics.list.filter(({ on }) => on !== null && on.kind === kind && on.id === id);
  const boxes: MetricBox[] = [];
  const y = layout.height;
  let bottom = y + margin;
  const put = (metric: Metric, kind: 'stage' | 'step', id: string, column: ColumnBox, top: number): number => {
    const width = column.width - 2 * margin;
    const lines = measure(metricInWords(metric), METRIC_FONT, width - 2 * METRIC_PADDING.x);
    const height = lines * METRIC_FONT.lineHeight + 2 * METRIC_PADDING.y;
    boxes.push({ metric, at: { kind, id }, x: column.x + margin, y: top, width, height });
    return top + height + gap;
  };
  // Those of a stage stand side by side, one above each of its steps, before they take another line.
  const top = bottom;
  for (const { id } of layout.stages) {
    const columns = layout.columns.filter(({ stage }) => stage === id);
    let line = top;
    let below = top;
    for (const [index, metric] of at('stage', id).entries()) {
      const column = columns[index % columns.length];
      if (column === undefined) break;
      if (index % columns.length === 0) line = below;
      below = Math.max(below, put(metric, 'stage', id, column, line));
    }
    bottom = Math.max(bottom, below);
  }
  const stepsTop = bottom;
  for (const column of layout.columns) {
    const { step } = column;
    if (step === null) continue;
    let line = stepsTop;
    for (const metric of at('step', step)) line = put(metric, 'step', step, column, line);
    bottom = Math.max(bottom, line);
  }
  return boxes.length === 0 ? null : { y, height: Math.max(least, bottom - gap + margin - y), boxes };
}
