import { expect, it } from 'vitest';
import { valueText, withUnit } from '../../../shared/model/inWords.ts';

it.each([
  [4.4, '', '4.4'],
  [12, '£', '£12'],
  [12, '€ per call', '€12 per call'],
  [12, 'US$', 'US$12'],
  [12, 'CHF', '12 CHF'],
  [71, '%', '71%'],
  [-0, '%', '0%'],
  [7.5, '% of orders', '7.5% of orders'],
  [-1_200, '£', '−£1,200'],
  [-3, 'pp', '−3 pp'],
  [99.995, '%', '99.995%'],
  [0.004, ' mm ', '0.004 mm'],
  [0.000_012_3, '', '0.000012'],
])('writes %s with unit "%s" as %s', (value, unit, text) => {
  expect(valueText(value, unit)).toBe(text);
});

it('writes what stands in a field the same way', () => {
  expect([withUnit('-1,200', '£'), withUnit('12', '%'), withUnit('3', 'hours')]).toEqual(['−£1,200', '12%', '3 hours']);
});
