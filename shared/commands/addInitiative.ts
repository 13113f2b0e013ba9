import { addItem } from './addItem.ts';

export const addInitiative = addItem({
  kind: 'initiative',
  label: 'Add initiative',
  siblings: (map) => map.initiatives.list,
});
