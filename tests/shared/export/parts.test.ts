import { describe, expect, it } from 'vitest';
import { emotionColor } from '../../../shared/export/palette.ts';
import { readSvgPath } from '../../../shared/export/svgPath.ts';

describe('readSvgPath', () => {
  it('reads what the layout writes', () => {
    expect(readSvgPath('M1 2L-3.5 4Q0 0 6 3C1 1 2 2 3 3Z')).toEqual([
      ['M', 1, 2],
      ['L', -3.5, 4],
      ['C', expect.closeTo(-7 / 6, 6), expect.closeTo(4 / 3, 6), 2, 1, 6, 3],
      ['C', 1, 1, 2, 2, 3, 3],
      ['Z'],
    ]);
    expect(readSvgPath('')).toEqual([]);
  });

  it('refuses what it would draw wrong', () => {
    expect(() => readSvgPath('M0 0h5')).toThrow('h5');
    expect(() => readSvgPath('M0')).toThrow('M0');
  });
});

it('mixes the colours of feelings', () => {
  expect([-2, 0, 2, 5].map(emotionColor)).toEqual(['#c2412f', '#a9adb6', '#0f8a7e', '#0f8a7e']);
  expect(emotionColor(0.5)).toBe('#84b0ad');
});
