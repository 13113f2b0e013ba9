import { expect, it } from 'vitest';
import { idOf } from '../../../shared/model/ids.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages, own } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[owner-elsewhere] finds a touchpoint whose owner belongs to another department', () => {
  const doc = change(own(journey(), 'Mia', 'chat', 'visit'), 'person', 'Mia', { department: idOf('sales') });
  expect(messages(doc, 'owner-elsewhere')).toEqual(['“visit” in field is owned by Mia of sales.']);
});

it('[owner-elsewhere] is silent about owners whose department nobody named', () => {
  expect(found(own(journey(), 'Mia', 'chat', 'visit'), 'owner-elsewhere')).toEqual([]);
});
