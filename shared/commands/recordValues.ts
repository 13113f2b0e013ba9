import type { MetricId } from '../model/ids.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { recordValue } from './recordValue.ts';

export interface DatedValue {
  readonly metric: MetricId;
  /** `2026-11-14`. */
  readonly date: string;
  readonly value: number;
}

/** Records many values at once, as one undo step: a pasted table, or a row of the board. */
export const recordValues: Command<{ readonly values: readonly DatedValue[] }> = {
  name: 'metrics.record',
  label: 'Record values',
  refuse: (map, { values }) =>
    values.map((value) => recordValue.refuse(map, value)).find((reason) => reason !== null) ?? null,
  apply(doc, { values }, map) {
    for (const metric of new Set(values.map((value) => value.metric))) {
      const byDate = new Map((map.metrics.get(metric)?.values ?? []).map((entry) => [entry.date, entry.value]));
      for (const entry of values) if (entry.metric === metric) byDate.set(entry.date, entry.value);
      writeFields(doc, 'metrics', metric, { values: [...byDate].map(([date, value]) => ({ date, value })) });
    }
  },
};
