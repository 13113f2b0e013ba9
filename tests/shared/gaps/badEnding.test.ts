import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages, rate, rateAs } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compare | order   | use: install | settle
    sales | chat         | confirm |              |
    field -|              |         | visit        | check`);

it('[bad-ending] finds stages and the journey that end below zero', () => {
  const doc = rate(journey(), 0, -1, 0, -1);
  expect(found(doc, 'bad-ending')).toEqual(['order', 'settle']);
  expect(messages(doc, 'bad-ending')).toEqual([
    'The stage “buy” ends at −1, with “order”.',
    'The journey ends at −1, with “settle”.',
  ]);
});

it('[bad-ending] names the persona for whom it ends badly', () => {
  expect(messages(rateAs(rate(journey(), 0, 0, 0, 0), 'Families', null, null, null, -2), 'bad-ending')).toEqual([
    'The journey ends at −2 for “Families”, with “settle”.',
  ]);
});

it('[bad-ending] is silent about a bad step that is not the end, and about an end that nobody rated', () => {
  expect(found(rate(journey(), -2, 0, -2), 'bad-ending')).toEqual([]);
});

it('[bad-ending] looks at the last step the customer lives through', () => {
  const doc = drawMap(`
            | buy: compare | order   | filing
    sales   | chat         | confirm |
    files - |              |         | archive`);
  change(doc, 'touchpoint', 'archive', { channel: 'internal' });
  expect(found(rate(doc, 0, -1), 'bad-ending')).toEqual(['order']);
});

it('[bad-ending] is silent about a stage that is over before the company comes in', () => {
  const doc = drawMap(`
            | damage: pipe bursts | report: calls
    hotline |                     | report`);
  expect(found(rate(doc, -2, -1), 'bad-ending')).toEqual(['calls']);
});

it('[bad-ending] leaves the end of a stage to its moment of truth, and the end of the journey not', () => {
  const doc = rate(journey(), 0, -1, 0, -1);
  for (const step of ['order', 'settle']) change(doc, 'step', step, { momentOfTruth: true });
  expect(found(doc, 'bad-ending')).toEqual(['settle']);
  expect(found(doc, 'bad-moment-of-truth')).toEqual(['order', 'settle']);
});
