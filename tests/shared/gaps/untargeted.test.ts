import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, measure, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

it('[untargeted] finds a metric that is measured and has no target', () => {
  const doc = measure(journey(), 'step', 'order', { values: [{ date: '2026-01-01', value: 3 }] });
  expect(messages(doc, 'untargeted')).toEqual(['“CSAT” at “order” is measured, and nobody said what is good.']);
});

it('[untargeted] waits for the first value, and is silent with a target', () => {
  expect(found(measure(journey(), 'step', 'order'), 'untargeted')).toEqual([]);
  const doc = measure(journey(), 'step', 'order', { target: 0, values: [{ date: '2026-01-01', value: 3 }] });
  expect(found(doc, 'untargeted')).toEqual([]);
});
