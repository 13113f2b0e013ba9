import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages, rate } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compares | thinks | orders | use: waits
    sales | chat          |        | sign   |`);

it('[step-untouched] finds where the customer is alone and suffers', () => {
  const doc = rate(journey(), 1, -1, 1, -2);
  expect(found(doc, 'step-untouched')).toEqual(['waits', 'thinks']);
  expect(messages(doc, 'step-untouched')[0]).toBe('No department has a touchpoint at “waits”, and it feels −2.');
});

it('[step-untouched] finds an unrated step with work on both sides, not one just added at the end', () => {
  expect(found(journey(), 'step-untouched')).toEqual(['thinks']);
});

it('[step-untouched] is silent where customers are content alone, unless it is a moment of truth', () => {
  const doc = rate(journey(), 1, 0, 1, 2);
  expect(found(doc, 'step-untouched')).toEqual([]);
  expect(found(change(doc, 'step', 'waits', { momentOfTruth: true }), 'step-untouched')).toEqual(['waits']);
});

it('[step-untouched] is silent on a map without touchpoints, and where third parties are with the customer', () => {
  expect(found(rate(drawMap('x | a: b | c\nsales | |'), -2, -2), 'step-untouched')).toEqual([]);
  const doc = drawMap(`
                | buy: compares | reads  | orders
    sales       | chat          |        | sign
    competitors |               | report |`);
  expect(found(rate(doc, 1, -1, 1), 'step-untouched')).toEqual([]);
});

it('[step-untouched] is silent about what sets the journey off, before the company comes in', () => {
  const doc = drawMap(`
            | damage: pipe bursts | looks for the number | calls
    hotline |                     |                      | report`);
  expect(found(rate(doc, -2, -1, 0), 'step-untouched')).toEqual(['looks-for-the-number']);
  change(doc, 'step', 'pipe-bursts', { momentOfTruth: true });
  expect(found(doc, 'step-untouched')).toEqual(['pipe-bursts', 'looks-for-the-number']);
});
