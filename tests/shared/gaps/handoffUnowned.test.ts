import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, messages, own } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[handoff-unowned] finds a hand-off between departments without an owner', () => {
  expect(found(journey(), 'handoff-unowned')).toEqual(['confirm:visit']);
  expect(messages(journey(), 'handoff-unowned')).toEqual([
    '“confirm” to “visit” crosses from sales to field without an owner.',
  ]);
});

it('[handoff-unowned] finds it also where both ends have owners, who differ', () => {
  const doc = own(own(journey(), 'Mia', 'chat', 'confirm'), 'Tom', 'visit');
  expect(found(doc, 'handoff-unowned')).toEqual(['confirm:visit']);
});

it('[handoff-unowned] is silent when it has an owner', () => {
  expect(found(own(journey(), 'Mia', 'confirm:visit'), 'handoff-unowned')).toEqual([]);
});

it('[handoff-unowned] is silent where one person owns both ends', () => {
  expect(found(own(journey(), 'Mia', 'confirm', 'visit'), 'handoff-unowned')).toEqual([]);
});

it('[handoff-unowned] is silent inside a department, whoever owns the ends', () => {
  const doc = own(own(own(journey(), 'Mia', 'chat', 'confirm:visit'), 'Tom', 'confirm'), 'Tom', 'visit');
  expect(found(doc, 'handoff-unowned')).toEqual([]);
});

it('[handoff-unowned] is silent where one side is outside the company', () => {
  const doc = drawMap(
    `
                      | buy: compare | order
    third-party sites | review       |
    train operator    |              | ride
    website           | plans        | basket`,
    'review > plans',
    'basket > ride',
  );
  own(doc, 'Train operator (external)', 'ride');
  expect(found(doc, 'handoff-unowned')).toEqual([]);
});
