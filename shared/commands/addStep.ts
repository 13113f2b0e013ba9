import { addItem } from './addItem.ts';

export const addStep = addItem({
  kind: 'step',
  label: 'Add step',
  refuse: (_map, { fields }) => (fields?.stage ? null : 'A step belongs to a stage.'),
  siblings: (map, { fields }) => map.steps.list.filter((step) => step.stage === fields?.stage),
});
