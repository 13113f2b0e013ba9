import { expect, it } from 'vitest';
import { removeItems } from '../../../shared/commands/removeItems.ts';
import { drawMap, must } from '../../support/mapBuilder.ts';
import { found, measure, messages } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

const values = (...numbers: number[]) => numbers.map((value, index) => ({ date: `2026-0${index + 1}-01`, value }));

it('[off-target] compares the newest value with the target, the way that is better', () => {
  const doc = measure(journey(), 'touchpoint', 'visit', {
    title: 'On time',
    unit: '%',
    target: 90,
    values: values(95, 71),
  });
  measure(doc, 'stage', 'use', { title: 'Wait', unit: '£', better: 'lower', target: 5, values: values(4, 6) });
  expect(messages(doc, 'off-target')).toEqual([
    '“Wait” at the stage “use” is £6; the target is £5.',
    '“On time” at “visit” is 71%; the target is 90%.',
  ]);
  measure(doc, 'stage', 'buy', { title: 'Sold', target: 12_500, values: values(1_200) });
  expect(messages(doc, 'off-target')).toContain('“Sold” at the stage “buy” is 1,200; the target is 12,500.');
});

it('[off-target] is silent on target, without a target, without a value, and about what is not on the map', () => {
  const doc = measure(journey(), 'touchpoint', 'visit', { title: 'a', target: 90, values: values(10, 90) });
  measure(doc, 'touchpoint', 'chat', { title: 'b', values: values(1) });
  measure(doc, 'touchpoint', 'chat', { title: 'c', target: 1 });
  measure(doc, 'step', 'order', { title: 'd', target: 9, values: values(1) });
  must(doc, removeItems, { items: [{ kind: 'step', id: 'order' }] });
  expect(found(doc, 'off-target')).toEqual([]);
});
