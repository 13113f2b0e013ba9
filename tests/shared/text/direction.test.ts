import { describe, expect, it } from 'vitest';
import { readDirections, visualOrder } from '../../../shared/text/direction.ts';

describe('readDirections', () => {
  it('answers without asking for text that reads from left to right', () => {
    expect(readDirections('Compare plans').rtl).toBe(false);
  });

  it('takes the direction of the first strong letter', () => {
    expect(readDirections('השוואת CRM').rtl).toBe(true);
    expect(readDirections('CRM השוואת').rtl).toBe(false);
    expect([...'CRM א'].map((_, i) => readDirections('CRM א').levelAt(i))).toEqual([0, 0, 0, 0, 1]);
  });
});

it('keeps the direction of a sentence of ours, whatever it begins with', () => {
  expect(readDirections('השוואת has no owner', 'ltr').rtl).toBe(false);
  expect(readDirections('השוואת has no owner', 'ltr').levelAt(0)).toBe(1);
});

describe('visualOrder', () => {
  it('leaves text of one direction alone and turns around the other', () => {
    expect(visualOrder([0, 0])).toEqual([0, 1]);
    expect(visualOrder([1, 1, 1])).toEqual([2, 1, 0]);
    expect(visualOrder([])).toEqual([]);
  });

  it('nests levels: a number inside Hebrew inside English', () => {
    expect(visualOrder([0, 1, 2, 1, 0])).toEqual([0, 3, 2, 1, 4]);
    expect(visualOrder([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
  });
});
