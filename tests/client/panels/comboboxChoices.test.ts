import { describe, expect, it } from 'vitest';
import { choicesFor } from '../../../client/ui/comboboxChoices.ts';

const people = [
  { id: 'p1', label: 'Aisha Rahman', hint: 'Service' },
  { id: 'p2', label: 'Petra Wolf', hint: 'Billing' },
  { id: 'p3', label: 'Rahel Ost' },
];
const offer = { options: people, createLabel: (text: string) => `Add “${text}”`, clearLabel: 'Nobody' };
const labels = (draft: string | null, value = '') => choicesFor(offer, draft, value).map(({ label }) => label);

describe('what a combobox offers', () => {
  it('everything, and taking back what is chosen, before anybody types', () => {
    expect(labels(null, 'Petra Wolf')).toEqual(['Aisha Rahman', 'Petra Wolf', 'Rahel Ost', 'Nobody']);
    expect(labels(null)).toEqual(['Aisha Rahman', 'Petra Wolf', 'Rahel Ost']);
  });

  it('what begins with the typed letters before what has them somewhere', () => {
    expect(labels('rah')).toEqual(['Rahel Ost', 'Aisha Rahman', 'Add “rah”']);
  });

  it('finds by department, too, and makes nobody twice', () => {
    expect(labels('billing')).toEqual(['Petra Wolf', 'Add “billing”']);
    expect(labels('petra wolf')).toEqual(['Petra Wolf']);
  });
});
