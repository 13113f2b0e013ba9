import { expect, it } from 'vitest';
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

it('[handoff-unaccepted] finds a hand-off that has an owner and that the other side never accepted', () => {
  const doc = own(journey(), 'Mia', 'confirm:visit');
  expect(messages(doc, 'handoff-unaccepted')).toEqual([
    'field has not accepted what comes from “confirm” in sales to “visit”.',
  ]);
  expect(found(change(doc, 'handoff', 'confirm:visit', { accepted: true }), 'handoff-unaccepted')).toEqual([]);
});

it('[handoff-unaccepted] is silent without an owner, inside a department, and where one person owns both ends', () => {
  expect(found(own(journey(), 'Mia', 'chat:confirm'), 'handoff-unaccepted')).toEqual([]);
  expect(found(own(journey(), 'Mia', 'confirm', 'visit', 'confirm:visit'), 'handoff-unaccepted')).toEqual([]);
});
