import { valueText } from '../model/inWords.ts';
import { newestOf, reachesTarget } from '../model/measurement.ts';
import type { ItemRef } from '../model/records.ts';
import { initiativeFix } from './initiativeFix.ts';
import { measuredOn } from './measuredOn.ts';
import { metricName } from './metricValue.ts';
import type { GapRule } from './rule.ts';

export const offTarget: GapRule = {
  id: 'off-target',
  severity: 'medium',
  title: 'It misses its target',
  why: 'A specific goal moves people only where they see how far they are from it (Locke and Latham, “Building a Practically Useful Theory of Goal Setting”, 2002).',
  find(view) {
    return view.map.metrics.list.flatMap((metric) => {
      const { target, better, on } = metric;
      const last = newestOf(metric);
      const place = measuredOn(view, metric);
      if (target === null || !last || !on || !place || reachesTarget(metric)) return [];
      const items: readonly ItemRef[] = [{ kind: 'metric', id: metric.id }, on];
      return [
        {
          key: [metric.id],
          items,
          departments: place.departments,
          message: `${metricName(metric)} at ${place.name} is ${valueText(last.value, metric.unit)}; the target is ${valueText(target, metric.unit)}.`,
          facts: [last.value, target, better],
          fix: initiativeFix(`Bring ${metricName(metric)} to ${valueText(target, metric.unit)}`),
        },
      ];
    });
  },
};
