import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[wait-over-target] finds a hand-off that takes longer than agreed', () => {
  const doc = change(journey(), 'handoff', 'confirm:visit', { waitTarget: 24, waitActual: 120 });
  expect(messages(doc, 'wait-over-target')).toEqual([
    'From “confirm” to “visit” it takes 5 days; 24 hours are agreed.',
  ]);
  const short = change(journey(), 'handoff', 'chat:confirm', { waitTarget: 0.25, waitActual: 1 });
  expect(messages(short, 'wait-over-target')).toEqual([
    'From “chat” to “confirm” it takes 1 hour; 15 minutes are agreed.',
  ]);
});

it('[wait-over-target] is silent in time, and while either number is unknown', () => {
  expect(
    found(change(journey(), 'handoff', 'confirm:visit', { waitTarget: 24, waitActual: 24 }), 'wait-over-target'),
  ).toEqual([]);
  expect(found(change(journey(), 'handoff', 'confirm:visit', { waitActual: 24 }), 'wait-over-target')).toEqual([]);
});
