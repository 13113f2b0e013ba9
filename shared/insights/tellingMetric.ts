import { valueText } from '../model/inWords.ts';
import type { Metric } from '../model/records.ts';

export interface Chip {
  /** The whole name, for a tooltip. */
  readonly name: string;
  /** Empty where the value alone fills the card. */
  readonly title: string;
  readonly value: string;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** The newest value of a metric; values are sorted by their day. */
export const newestValue = (metric: Metric): number | null => metric.values.at(-1)?.value ?? null;

/** How far a metric misses its target, as a share of it; negative when it is better, null while either is unknown. */
function missOf(metric: Metric): number | null {
  const value = newestValue(metric);
  if (value === null || metric.target === null) return null;
  const miss = metric.better === 'higher' ? metric.target - value : value - metric.target;
  return miss / Math.max(Math.abs(metric.target), 1e-9);
}

/** The one metric a card has room for: what misses its target most, else what meets one, else whatever has a value. */
export function tellingMetric(metrics: readonly Metric[]): Chip | null {
  const ranked = metrics
    .map((metric) => ({ metric, value: newestValue(metric), miss: missOf(metric) }))
    .filter((entry) => entry.value !== null)
    .sort((a, b) => (b.miss ?? Number.NEGATIVE_INFINITY) - (a.miss ?? Number.NEGATIVE_INFINITY));
  const [first] = ranked;
  if (first?.value == null) return null;
  const tone = first.miss === null ? 'plain' : first.miss > 0 ? 'bad' : 'good';
  const value = valueText(first.value, first.metric.unit);
  const title = shortName(first.metric.title);
  return { name: first.metric.title, title: title.length + value.length < ROOM ? title : '', value, tone };
}

/** Characters a card has for name and value. A name cut off after two letters says less than none; the tooltip has it. */
const ROOM = 11;

/** "Average handling time" is AHT to those who measure it; a card has no room for more. */
function shortName(title: string): string {
  const words = title.split(/[\s-]+/u).filter(Boolean);
  return words.length < 3 ? title : words.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
