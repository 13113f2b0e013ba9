import { expect, it } from 'vitest';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { measure } from './finding.ts';

const journey = () =>
  drawMap(
    `
          | buy: compare | order   | use: install
    sales | chat         | confirm |
    field |              |         | visit`,
    'chat > confirm > visit',
  );

const on = (today: string, date: string, cadence: 'daily' | 'monthly' | null) => {
  const doc = measure(journey(), 'step', 'order', { target: 1, cadence, values: [{ date, value: 3 }] });
  return findGaps(readMap(doc), today)
    .filter(({ rule }) => rule === 'stale-metric')
    .map(({ message }) => message);
};

it('[stale-metric] finds a newest value that is older than twice its cadence', () => {
  expect(on('2026-11-22', '2026-09-01', 'monthly')).toEqual([
    '“CSAT” at “order” is a monthly number, and its newest value is of 1 September 2026.',
  ]);
  expect(on('2026-11-22', '2026-11-01', 'daily')).toHaveLength(1);
});

it('[stale-metric] is silent while the next value is not due, without a cadence, and about days that are none', () => {
  expect(on('2026-11-22', '2026-10-01', 'monthly')).toEqual([]);
  expect(on('2026-11-22', '2020-10-01', null)).toEqual([]);
  expect(on('2026-11-22', '2027-01-01', 'daily')).toEqual([]);
  expect(on('2026-11-22', '2026-02-31', 'monthly').length).toBeLessThan(2);
});
