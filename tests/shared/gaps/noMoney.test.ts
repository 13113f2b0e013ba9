import { expect, it } from 'vitest';
import { drawMap } from '../../support/mapBuilder.ts';
import { change, found, gapsOf, measure, rate } from './finding.ts';

const journey = () =>
  rate(
    drawMap(`
            | buy: compares | orders  | use: waits | pays
    sales   | chat, call    | sign, x |            |
    field   |               |         | visit, y   |
    billing |               |         |            | bill, z`),
    1,
    0,
    0,
    1,
  );

it('[no-money] says once that nothing on a measured map is worth or costs anything', () => {
  expect(found(measure(journey(), 'stage', 'buy'), 'no-money')).toEqual(['buy']);
});

it('[no-money] is silent when any amount is there', () => {
  expect(found(change(measure(journey(), 'stage', 'buy'), 'touchpoint', 'bill', { costEach: 2 }), 'no-money')).toEqual(
    [],
  );
  expect(found(measure(journey(), 'stage', 'buy', { title: 'Revenue', kind: 'financial' }), 'no-money')).toEqual([]);
});

it('[no-money] waits until there is something to weigh with it', () => {
  expect(found(journey(), 'no-money')).toEqual([]);
  const small = measure(drawMap('x | a: b\nsales | chat'), 'stage', 'a');
  expect(gapsOf(rate(small, 1)).filter(({ rule }) => rule === 'no-money')).toEqual([]);
});
