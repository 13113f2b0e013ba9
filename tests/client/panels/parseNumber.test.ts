import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../client/panels/details/parseNumber.ts';

describe('numbers as people write them', () => {
  it.each([
    ['1200', 1200],
    ['1,200', 1200],
    ['1,200,000.50', 1_200_000.5],
    ['1.200.000,5', 1_200_000.5],
    ['1 200', 1200],
    ["1'200", 1200],
    ['12,5', 12.5],
    ['0.25', 0.25],
    ['.5', 0.5],
    ['12k', 12_000],
    ['1.5M', 1_500_000],
    ['£40', 40],
    ['35 %', 35],
    ['−3', -3],
  ])('%s is %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ status: 'number', value });
  });

  it('nothing is nothing, not zero', () => {
    expect(parseNumber('   ')).toEqual({ status: 'empty' });
  });

  it.each(['twelve', '12 people', '1,2,3', '1.2.3', '--4', '1e5', 'NaN', 'Infinity'])('%s is refused', (text) => {
    expect(parseNumber(text)).toMatchObject({ status: 'unfit', reason: expect.stringContaining(text) });
  });

  it('says which limit was passed', () => {
    expect(parseNumber('-1', { min: 0 })).toEqual({ status: 'unfit', reason: 'This cannot be below zero.' });
    expect(parseNumber('101', { max: 100 })).toEqual({ status: 'unfit', reason: 'This is at most 100.' });
  });
});
