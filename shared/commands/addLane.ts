import { addItem } from './addItem.ts';

export const addLane = addItem({
  kind: 'lane',
  label: 'Add lane',
  siblings: (map) => map.lanes.list,
});
