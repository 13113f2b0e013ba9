import type { MetricId } from '../model/ids.ts';
import type { MeasuredItem } from '../model/records.ts';
import { writeFields } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { placeBefore } from './order.ts';
import { refuseMissing } from './refuse.ts';

/** Moves a metric to what it measures, or among the metrics there. */
export const moveMetric: Command<{
  readonly id: MetricId;
  readonly on: MeasuredItem;
  readonly before: MetricId | null;
}> = {
  name: 'metric.move',
  label: 'Move metric',
  refuse: (map, { id, on }) => refuseMissing(map, 'metric', id) ?? refuseMissing(map, on.kind, on.id),
  apply(doc, { id, on, before }, map) {
    const siblings = map.metrics.list.filter((metric) => metric.on?.id === on.id);
    for (const write of placeBefore(siblings, [id], before)) {
      writeFields(doc, 'metrics', write.id, write.id === id ? { on, order: write.order } : { order: write.order });
    }
  },
};
