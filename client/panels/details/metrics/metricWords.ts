import type { Metric } from '../../../../shared/model/records.ts';
import { formatNumber } from '../../format.ts';

/** The newest dated value; values are kept in the order of their days. */
export const latestOf = ({ values }: Metric): { readonly date: string; readonly value: number } | null =>
  values.at(-1) ?? null;

/** "71 %", "4.4": a value with its unit. */
export const withUnit = (value: number, unit: string): string =>
  unit ? `${formatNumber(value)}${unit === '%' ? '' : ' '}${unit}` : formatNumber(value);

/** Whether the newest value reaches the target; null where either is missing. */
export function onTarget(metric: Metric): boolean | null {
  const latest = latestOf(metric);
  if (!latest || metric.target === null) return null;
  return metric.better === 'higher' ? latest.value >= metric.target : latest.value <= metric.target;
}
