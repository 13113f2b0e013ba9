import { addItem } from './addItem.ts';
import { cellOf } from './cell.ts';

export const addNote = addItem({
  kind: 'note',
  label: 'Add note',
  siblings: (map, { fields }) => cellOf(map.notes.list, fields?.place ?? null),
});
