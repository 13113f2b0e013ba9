import { valueText } from '../model/inWords.ts';
import { missOf, newestValue, type Tone, toneOf } from '../model/measurement.ts';
import type { Metric } from '../model/records.ts';

export interface Chip {
  /** The whole name, for a tooltip. */
  readonly name: string;
  /** Empty where the value alone fills the card. */
  readonly title: string;
  readonly value: string;
  readonly tone: Tone;
}

/** The one metric a card has room for: what misses its target most, else what meets one, else whatever has a value. */
export function tellingMetric(metrics: readonly Metric[]): Chip | null {
  const ranked = metrics
    .map((metric) => ({ metric, value: newestValue(metric), miss: missOf(metric) }))
    .filter((entry) => entry.value !== null)
    .sort((a, b) => (b.miss ?? Number.NEGATIVE_INFINITY) - (a.miss ?? Number.NEGATIVE_INFINITY));
  const [first] = ranked;
  if (first?.value == null) return null;
  const value = valueText(first.value, first.metric.unit);
  const title = shortName(first.metric.title);
  return {
    name: first.metric.title,
    title: title.length + value.length < ROOM ? title : '',
    value,
    tone: toneOf(first.metric),
  };
}

/** Characters a card has for name and value. A name cut off after two letters says less than none; the tooltip has it. */
const ROOM = 11;

/** "Average handling time" is AHT to those who measure it; a card has no room for more. */
function shortName(title: string): string {
  const words = title.split(/[\s-]+/u).filter(Boolean);
  return words.length < 3 ? title : words.map((word) => [...word][0]?.toUpperCase() ?? '').join('');
}
