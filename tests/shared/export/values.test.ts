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

it('writes text in the encoding of PDF where it can, else in UTF-16', () => {
  expect(text('a(b)\\')).toBe('(a\\(b\\)\\\\)');
  expect(text('Złoty: “5 €”, é')).toBe(`(Z\x9boty: \x8d5 \xa0\x8e, é)`);
  expect(text('é\0🎉')).toBe('(\xfe\xff\0é\xd8\x3c\xdf\x89)');
  // U+0A0D would end the line twice, and U+285C opens a bracket and escapes what follows.
  expect(text('\u0a0d\u285c')).toBe('(\xfe\xff\\n\\r\\(\\\\)');
  expect(text('þÿ')).toBe('(\xfe\xff\0\xfe\0\xff)');
  expect(ascii('a\nb')).toBe('(a\\nb)');
});

it('writes UTF-8 as everybody does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      expect(utf8(value)).toEqual(new TextEncoder().encode(value));
    }),
  );
});
