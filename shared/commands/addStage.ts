import { addItem } from './addItem.ts';

export const addStage = addItem({
  kind: 'stage',
  label: 'Add stage',
  siblings: (map) => map.stages.list,
});
