import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, messages } from './finding.ts';

const journey = (...lifecycles: ('marketing' | 'sales' | 'service' | 'dismissal' | 'other')[]) => {
  const doc = drawMap(`
          | hear: sees | buy: orders | use: installs
    sales | spot       | sign        | call`);
  for (const [index, stage] of ['hear', 'buy', 'use'].entries()) {
    change(doc, 'stage', stage, { lifecycle: lifecycles[index] ?? 'other' });
  }
  return doc;
};

it('[lifecycle-incomplete] finds the parts of a customer’s life that no stage is tagged with', () => {
  expect(messages(journey('marketing', 'sales', 'service'), 'lifecycle-incomplete')).toEqual([
    'No stage is tagged dismissal.',
  ]);
  expect(messages(journey('marketing', 'sales'), 'lifecycle-incomplete')).toEqual([
    'No stage is tagged service or dismissal.',
  ]);
});

it('[lifecycle-incomplete] is silent while one part alone is tagged: such a map shows only a part, and means to', () => {
  expect(found(journey('service', 'service', 'service'), 'lifecycle-incomplete')).toEqual([]);
  expect(found(journey(), 'lifecycle-incomplete')).toEqual([]);
});
