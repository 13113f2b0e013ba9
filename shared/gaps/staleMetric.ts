import { newestOf } from '../model/measurement.ts';
import type { CADENCES } from '../model/records.ts';
import { writtenDate } from '../model/writtenDate.ts';
import { measuredOn } from './measuredOn.ts';
import { metricName } from './metricValue.ts';
import { type GapRule, goFix } from './rule.ts';

/** Days after which a value is old: twice the cadence, because a value arrives only after its period has ended. */
const OLD: Readonly<Record<(typeof CADENCES)[number], number>> = {
  daily: 2,
  weekly: 14,
  monthly: 62,
  quarterly: 184,
  yearly: 732,
};
const DAY = 86_400_000;

export const staleMetric: GapRule = {
  id: 'stale-metric',
  severity: 'low',
  title: 'The newest value is old',
  why: 'A number that comes late shows yesterday’s service, when nothing can be done about it any more (Reinertsen, “The Principles of Product Development Flow”, 2009, on fast feedback).',
  find(view) {
    return view.map.metrics.list.flatMap((metric) => {
      const last = newestOf(metric);
      const place = measuredOn(view, metric);
      if (!last || !place || !metric.cadence || !metric.on) return [];
      const age = (Date.parse(view.today) - Date.parse(last.date)) / DAY;
      // A day that is none (31 February) has no age.
      if (!(age > OLD[metric.cadence])) return [];
      return [
        {
          key: [metric.id],
          items: [{ kind: 'metric', id: metric.id }, metric.on],
          departments: place.departments,
          message: `${metricName(metric)} at ${place.name} is a ${metric.cadence} number, and its newest value is of ${writtenDate(last.date)}.`,
          facts: [last.date, metric.cadence],
          fix: goFix('Enter a value', 'metric', metric.id, 'values'),
        },
      ];
    });
  },
};
