import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { found, gapsOf, measure, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

const operational = { title: 'Handling time', kind: 'operational' } as const;

it('[unbalanced-metric] finds a stage that is measured from inside alone', () => {
  const doc = measure(journey(), 'touchpoint', 'visit', operational);
  expect(messages(doc, 'unbalanced-metric')).toEqual([
    'The stage “use” is measured by “Handling time”, and by nothing customers say.',
  ]);
});

it('[unbalanced-metric] says once that a whole map is', () => {
  const doc = measure(measure(journey(), 'step', 'order', operational), 'stage', 'use', {
    ...operational,
    title: 'On time',
  });
  expect(messages(doc, 'unbalanced-metric')).toEqual([
    "The stages “buy” and “use” have numbers of the company's own, and nothing on this map measures what customers say.",
  ]);
  expect(
    gapsOf(doc)
      .find(({ rule }) => rule === 'unbalanced-metric')
      ?.items.map(({ id }) => id),
  ).toEqual(['buy', 'use']);
});

it('[unbalanced-metric] is silent where a customer metric stands beside it, anywhere in the stage', () => {
  const doc = measure(journey(), 'touchpoint', 'chat', operational);
  expect(found(measure(doc, 'step', 'order', { title: 'CSAT', kind: 'customer' }), 'unbalanced-metric')).toEqual([]);
});

it('[unbalanced-metric] is silent about stages without operational metrics', () => {
  expect(found(measure(journey(), 'stage', 'use', { kind: 'behavioural' }), 'unbalanced-metric')).toEqual([]);
});
