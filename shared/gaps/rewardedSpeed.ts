import { measuredOn } from './measuredOn.ts';
import { isOfCustomers, isOperational, metricName } from './metricValue.ts';
import { type GapRule, goFix } from './rule.ts';
import { named } from './words.ts';

export const rewardedSpeed: GapRule = {
  id: 'rewarded-speed',
  severity: 'medium',
  title: 'Speed is rewarded, not the answer',
  why: 'People do what is rewarded, whatever else is hoped for (Kerr, “On the Folly of Rewarding A, While Hoping for B”, 1975).',
  find(view) {
    return view.stages.flatMap((outline) => {
      const metrics = view.metricsIn(outline);
      // Whoever is paid for the customer's view as well has both in sight.
      if (metrics.some((metric) => metric.rewarded && isOfCustomers(metric))) return [];
      return metrics
        .filter((metric) => metric.rewarded && isOperational(metric))
        .map((metric) => ({
          key: [metric.id],
          items: [{ kind: 'metric', id: metric.id } as const, ...(metric.on ? [metric.on] : [])],
          departments: measuredOn(view, metric)?.departments ?? [],
          message: `${metricName(metric)} at ${measuredOn(view, metric)?.name ?? ''} is part of a reward, and in the stage ${named(outline.stage)} ${
            metrics.some(isOfCustomers) ? 'no customer metric is.' : 'there is no customer metric at all.'
          }`,
          facts: [],
          fix: goFix('Change the reward', 'metric', metric.id, 'rewarded'),
        }));
    });
  },
};
