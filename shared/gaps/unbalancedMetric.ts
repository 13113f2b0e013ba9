import type { StageOutline } from '../model/outline.ts';
import type { MapView } from './mapView.ts';
import { measuredOn } from './measuredOn.ts';
import { isOfCustomers, isOperational, metricName } from './metricValue.ts';
import { type Found, type GapRule, goFix } from './rule.ts';
import { distinct, listed, named } from './words.ts';

export const unbalancedMetric: GapRule = {
  id: 'unbalanced-metric',
  severity: 'medium',
  title: 'Measured from inside alone',
  why: 'A balanced scorecard puts the customer’s view beside the company’s own, because each is improved at the cost of the other when it stands alone (Kaplan and Norton, 1992).',
  find(view) {
    const unbalanced = view.stages.filter((outline) => {
      const metrics = view.metricsIn(outline);
      return metrics.some(isOperational) && !metrics.some(isOfCustomers);
    });
    // A map that listens to customers nowhere has one gap, not one in every stage.
    const isEverywhere = unbalanced.length > 1 && !view.map.metrics.list.some(isOfCustomers);
    return isEverywhere ? [wholeMap(unbalanced)] : unbalanced.map((outline) => inStage(view, outline));
  },
};

function wholeMap(stages: readonly StageOutline[]): Found {
  const titles = stages.map(({ stage }) => named(stage));
  return {
    key: [],
    items: stages.map(({ stage }) => ({ kind: 'stage', id: stage.id })),
    departments: [],
    message: `The stages ${listed(titles)} have numbers of the company's own, and nothing on this map measures what customers say.`,
    fix: goFix('Add CSAT', 'stage', stages[0]?.stage.id ?? '', 'metrics'),
  };
}

function inStage(view: MapView, outline: StageOutline): Found {
  const { stage } = outline;
  const inside = view.metricsIn(outline).filter(isOperational);
  const more = inside.length > 3 ? ` and ${inside.length - 3} more` : '';
  return {
    key: [stage.id],
    items: [{ kind: 'stage', id: stage.id }, ...inside.map(({ id }) => ({ kind: 'metric', id }) as const)],
    departments: distinct(inside.flatMap((metric) => measuredOn(view, metric)?.departments ?? [])),
    message: `The stage ${named(stage)} is measured by ${listed(inside.slice(0, 3).map(metricName))}${more}, and by nothing customers say.`,
    fix: goFix('Add CSAT', 'stage', stage.id, 'metrics'),
  };
}
