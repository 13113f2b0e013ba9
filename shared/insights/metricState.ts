import { type Measurement, newestOf, reachesTarget } from '../model/measurement.ts';
import type { Metric } from '../model/records.ts';

/** What one metric says now. */
export interface MetricState {
  readonly latest: Measurement | null;
  /** Whether the newest value reaches the target; null while either is missing. */
  readonly onTarget: boolean | null;
  readonly trend: 'up' | 'down' | 'flat' | null;
  /** Whether the trend is a good one; null without a trend, or where nothing moves. */
  readonly improving: boolean | null;
}

/** So many values back a trend is measured: one month up says nothing. */
const LOOK_BACK = 3;

/** Where a metric stands and where it is going. */
export function metricState(metric: Metric): MetricState {
  const { values, better } = metric;
  const latest = newestOf(metric);
  const earlier = values.at(-1 - LOOK_BACK) ?? values[0];
  const change = latest && earlier && earlier !== latest ? latest.value - earlier.value : null;
  const trend = change === null ? null : change > 0 ? 'up' : change < 0 ? 'down' : 'flat';
  const improving = change === null || change === 0 ? null : change > 0 === (better === 'higher');
  return { latest, onTarget: reachesTarget(metric), trend, improving };
}

/**
 * The line of a sparkline, by date, in a box of this size: a value a month late stands a month further right. The target is
 * part of the scale, so that the line shows how far off it is.
 */
export function sparkline(
  { values, target }: Metric,
  width: number,
  height: number,
): { readonly points: readonly { readonly x: number; readonly y: number }[]; readonly targetY: number | null } {
  const times = values.map(({ date }) => Date.parse(date));
  const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
  const scale = [...values.map(({ value }) => value), ...(target === null ? [] : [target])];
  const [low, high] = [Math.min(...scale), Math.max(...scale)];
  const yOf = (value: number) => (high === low ? height / 2 : height - ((value - low) / (high - low)) * height);
  const points = values.map(({ value }, index) => ({
    x: last > first ? (((times[index] ?? first) - first) / (last - first)) * width : width / 2,
    y: yOf(value),
  }));
  return { points, targetY: target === null || values.length === 0 ? null : yOf(target) };
}
