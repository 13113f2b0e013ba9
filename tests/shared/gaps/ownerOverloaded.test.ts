import { expect, it } from 'vitest';
import { aMap, drawMap } from '../../support/mapBuilder.ts';
import { found, messages, own } from './finding.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

it('[owner-overloaded] finds a person with more than twelve touchpoints', () => {
  expect(messages(own(aMap(many(13)), 'Mia', ...many(13)), 'owner-overloaded')).toEqual([
    'Mia owns 13 touchpoints in lane.',
  ]);
  expect(found(own(aMap(many(12)), 'Mia', ...many(12)), 'owner-overloaded')).toEqual([]);
});

it('[owner-overloaded] finds a person with touchpoints in three departments, third parties not counted', () => {
  const doc = drawMap(`
                | buy: compares
    sales       | a
    field       | b
    billing     | c
    competitors | d`);
  expect(messages(own(doc, 'Mia', 'a', 'b', 'c', 'd'), 'owner-overloaded')).toEqual([
    'Mia owns 3 touchpoints in sales, field and billing.',
  ]);
  expect(found(own(own(doc, 'Tom', 'c'), 'Mia', 'd'), 'owner-overloaded')).toEqual([]);
});
