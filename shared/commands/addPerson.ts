import { addItem } from './addItem.ts';

export const addPerson = addItem({ kind: 'person', label: 'Add person' });
