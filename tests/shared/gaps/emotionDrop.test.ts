import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, messages, rate, rateAs } from './finding.ts';

const journey = () =>
  drawMap(`
          | buy: compare | order   | use: install | settle
    sales | chat         | confirm |              |
    field |              |         | visit        | check`);

it('[emotion-drop] finds where the emotion falls by two, and says which departments change there', () => {
  const doc = rate(journey(), 1, 1, -2, -2);
  expect(found(doc, 'emotion-drop')).toEqual(['install']);
  expect(messages(doc, 'emotion-drop')).toEqual([
    'From “order” to “install” the emotion falls from +1 to −2. There the work passes from sales to field.',
  ]);
});

it('[emotion-drop] names no departments where they do not change', () => {
  expect(messages(rate(journey(), 2, 0), 'emotion-drop')).toEqual([
    'From “compare” to “order” the emotion falls from +2 to 0.',
  ]);
});

it('[emotion-drop] passes over steps that nobody rated', () => {
  expect(found(rate(journey(), 1, null, null, -1), 'emotion-drop')).toEqual(['settle']);
});

it('[emotion-drop] names a persona who falls deeper than everyone', () => {
  const doc = rateAs(rate(journey(), 1, 0, 0), 'Families', 1, -1);
  expect(messages(doc, 'emotion-drop')).toEqual([
    'From “compare” to “order” the emotion falls from +1 to −1 for “Families”.',
  ]);
});

it('[emotion-drop] is silent about small steps down, and about any way up', () => {
  expect(found(rate(journey(), 1, 0, -1, -2), 'emotion-drop')).toEqual([]);
  expect(found(rate(journey(), -2, 2, 1), 'emotion-drop')).toEqual([]);
});
