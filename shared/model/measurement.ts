import type { Metric } from './records.ts';

export type Measurement = Metric['values'][number];

/** The newest value of a metric; values are kept by date. */
export const newestOf = ({ values }: Metric): Measurement | null => values.at(-1) ?? null;

/** The same without its day. */
export const newestValue = (metric: Metric): number | null => newestOf(metric)?.value ?? null;

/** Whether the newest value reaches the target; null while either is missing. */
export function reachesTarget(metric: Metric): boolean | null {
  const short = shortfall(metric);
  return short === null ? null : short <= 0;
}

/** How far a metric misses its target, as a share of it; negative when it is better, null while either is missing. */
export function missOf(metric: Metric): number | null {
  const short = shortfall(metric);
  return short === null || metric.target === null ? null : short / Math.max(Math.abs(metric.target), 1e-9);
}

/** How a metric is shown: whether it is as it should be, where anybody said how it should be. */
export type Tone = 'good' | 'bad' | 'plain';

export function toneOf(metric: Metric): Tone {
  const reached = reachesTarget(metric);
  return reached === null ? 'plain' : reached ? 'good' : 'bad';
}

function shortfall(metric: Metric): number | null {
  const value = newestValue(metric);
  const { target, better } = metric;
  if (value === null || target === null) return null;
  return better === 'higher' ? target - value : value - target;
}
