import { expect, it } from 'vitest';
import { commonOf, sameOrNull } from '../../../client/panels/details/common.ts';

const items = [
  { channel: 'Phone', owner: null, systems: ['CRM'] },
  { channel: 'Phone', owner: 'p1', systems: ['CRM'] },
];

it('tells what several items have in common', () => {
  expect(commonOf(items, ({ channel }) => channel)).toEqual({ status: 'same', value: 'Phone' });
  expect(commonOf(items, ({ systems }) => systems)).toEqual({ status: 'same', value: ['CRM'] });
  expect(commonOf(items, ({ owner }) => owner)).toEqual({ status: 'mixed' });
});

it('no value and different values are not the same thing', () => {
  expect(commonOf(items.slice(0, 1), ({ owner }) => owner)).toEqual({ status: 'same', value: null });
  expect(sameOrNull(items, ({ owner }) => owner)).toBeNull();
});
