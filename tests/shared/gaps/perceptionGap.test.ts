import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages, rate, rateAs } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[perception-gap] finds where emotion and belief are two apart, in either direction', () => {
  const doc = change(change(rate(journey(), -1, 2), 'step', 'compare', { belief: 1 }), 'step', 'order', { belief: 0 });
  expect(messages(doc, 'perception-gap')).toEqual([
    '“compare” feels −1; the company believes +1.',
    '“order” feels +2; the company believes 0.',
  ]);
});

it('[perception-gap] names the persona who feels farthest from it', () => {
  const doc = change(rateAs(rate(journey(), 1), 'Families', -1), 'step', 'compare', { belief: 1 });
  expect(messages(doc, 'perception-gap')).toEqual(['“compare” feels −1 for “Families”; the company believes +1.']);
});

it('[perception-gap] is silent one apart, while either is unknown, and where a bad moment of truth says it', () => {
  expect(found(change(rate(journey(), 0), 'step', 'compare', { belief: 1 }), 'perception-gap')).toEqual([]);
  expect(found(change(journey(), 'step', 'compare', { belief: 2 }), 'perception-gap')).toEqual([]);
  const doc = change(rate(journey(), -2), 'step', 'compare', { belief: 1, momentOfTruth: true });
  expect(found(doc, 'perception-gap')).toEqual([]);
  expect(found(doc, 'bad-moment-of-truth')).toEqual(['compare']);
});
