import type { MetricId } from '../model/ids.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseMissing } from './refuse.ts';

/** Records what a metric was on a day (`2026-11-14`); null takes the value back. */
export const recordValue: Command<{
  readonly metric: MetricId;
  readonly date: string;
  readonly value: number | null;
}> = {
  name: 'metric.record',
  label: 'Record value',
  refuse(map, { metric, date, value }) {
    if (!isDay(date)) return `"${date}" is not a day.`;
    if (value !== null && !Number.isFinite(value)) return 'A value is a number.';
    return refuseMissing(map, 'metric', metric);
  },
  apply(doc, { metric, date, value }, map) {
    const others = (map.metrics.get(metric)?.values ?? []).filter((entry) => entry.date !== date);
    writeFields(doc, 'metrics', metric, {
      values: value === null ? others : [...others, { date, value }],
    });
  },
};

/** Dates roll over, the 31st of February into March: only a day that comes back as it went in is one. */
function isDay(date: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
