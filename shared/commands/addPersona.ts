import { addItem } from './addItem.ts';

export const addPersona = addItem({
  kind: 'persona',
  label: 'Add persona',
  siblings: (map) => map.personas.list,
});
