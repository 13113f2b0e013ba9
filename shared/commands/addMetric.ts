import { addItem } from './addItem.ts';

export const addMetric = addItem({
  kind: 'metric',
  label: 'Add metric',
  refuse: (_map, { fields }) => (fields?.on ? null : 'A metric measures a stage, a step or a touchpoint.'),
  siblings: (map, { fields }) => map.metrics.list.filter((metric) => metric.on?.id === fields?.on?.id),
});
