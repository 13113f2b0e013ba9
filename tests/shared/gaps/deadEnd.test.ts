import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, messages, rate } from './finding.ts';

const branch = () =>
  drawMap(
    `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      |
    billing |             |            | bill`,
    'sign > visit',
    'sign > bill',
  );

it('[dead-end] finds work that arrives and does not go on, though others go on', () => {
  expect(messages(branch(), 'dead-end')).toEqual([
    'sales hands over to “visit” in field, and from there nothing leads on, though billing works next.',
  ]);
});

it('[dead-end] is silent about a side branch that leaves the customer content', () => {
  expect(found(rate(branch(), 1, 0, 1), 'dead-end')).toEqual([]);
  expect(found(rate(branch(), 1, -1, 1), 'dead-end')).toEqual(['visit']);
});

it('[dead-end] leaves it to handoff-missing where nothing leads to the next step', () => {
  const doc = drawMap(
    `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      |
    billing |             |            | bill`,
    'sign > visit',
  );
  expect(found(doc, 'dead-end')).toEqual([]);
  expect(found(doc, 'handoff-missing')).toEqual(['bill']);
});

it('[dead-end] is silent at the end of the journey, where the department goes on, and where its neighbours lead on', () => {
  const doc = drawMap(
    `
            | buy: orders | use: waits | pays
    sales   | sign        |            |
    field   |             | visit      | test
    billing |             | check      | bill`,
    'sign > visit',
    'sign > bill',
  );
  expect(found(doc, 'dead-end')).toEqual([]);
});
