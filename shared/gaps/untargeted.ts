import { newestOf } from '../model/measurement.ts';
import { measuredOn } from './measuredOn.ts';
import { metricName } from './metricValue.ts';
import { type GapRule, goFix } from './rule.ts';

export const untargeted: GapRule = {
  id: 'untargeted',
  severity: 'low',
  title: 'It has no target',
  why: 'Specific goals lead to better work than “do your best” (Locke and Latham, “Building a Practically Useful Theory of Goal Setting”, 2002).',
  find(view) {
    // Before the first value, a metric is an intention, and what is good is not known yet.
    return view.map.metrics.list.flatMap((metric) => {
      const place = measuredOn(view, metric);
      if (metric.target !== null || !newestOf(metric) || !metric.on || !place) return [];
      return [
        {
          key: [metric.id],
          items: [{ kind: 'metric', id: metric.id }, metric.on],
          departments: place.departments,
          message: `${metricName(metric)} at ${place.name} is measured, and nobody said what is good.`,
          facts: [],
          fix: goFix('Set a target', 'metric', metric.id, 'target'),
        },
      ];
    });
  },
};
