import { expect, it } from 'vitest';
import { missOf, reachesTarget, toneOf } from '../../../shared/model/measurement.ts';
import type { Metric } from '../../../shared/model/records.ts';

const metric = (better: Metric['better'], target: number | null, ...values: readonly number[]): Metric =>
  ({
    better,
    target,
    values: values.map((value, day) => ({ date: `2026-11-0${day + 1}`, value })),
  }) as unknown as Metric;

it.each([
  ['higher', 80, [90, 64], false, 0.2, 'bad'],
  ['higher', 80, [80], true, 0, 'good'],
  ['lower', 5, [4], true, -0.2, 'good'],
  ['lower', -20, [-10], false, 0.5, 'bad'],
  ['higher', null, [4], null, null, 'plain'],
  ['higher', 80, [], null, null, 'plain'],
] as const)('%s than %s: %j reaches its target: %s', (better, target, values, reached, miss, tone) => {
  const measured = metric(better, target, ...values);
  expect(reachesTarget(measured)).toBe(reached);
  expect(missOf(measured)).toEqual(miss === null ? null : expect.closeTo(miss));
  expect(toneOf(measured)).toBe(tone);
});

it('a target of nothing at all is missed by any amount', () => {
  expect(reachesTarget(metric('lower', 0, 1))).toBe(false);
  expect(missOf(metric('lower', 0, 1))).toBeGreaterThan(1);
});
