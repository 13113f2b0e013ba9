import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rgb } from '../../../shared/export/pdf/contentStream.ts';
import { ascii, name, num, text, utf8 } from '../../../shared/export/pdf/values.ts';

it.each([
  [0, '0'],
  [-0.001, '0'],
  [100, '100'],
  [1.5, '1.5'],
  [1.006, '1.01'],
  [-2.3, '-2.3'],
])('writes %d as %s', (value, expected) => {
  expect(num(value)).toBe(expected);
});

it('refuses what a file cannot hold', () => {
  expect(() => num(Number.NaN)).toThrow('NaN');
  expect(() => name('a b')).toThrow('a b');
  expect(() => rgb('red')).toThrow('red');
});

it('writes plain text plainly and other text in UTF-16', () => {
  expect(text('a(b)\\')).toBe('(a\\(b\\)\\\\)');
  expect(text('é\0🎉')).toBe('<feff00e9d83cdf89>');
  expect(ascii('a\nb')).toBe('(a\\012b)');
});

it('writes UTF-8 as everybody does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(utf8(value)).toEqual(new TextEncoder().encode(value));
    }),
  );
});
