import fc from 'fast-check';
import { expect, it } from 'vitest';
import { measureInter } from '../../../shared/layout/interMeasure.ts';
import { NOTE_FONT, TITLE_FONT } from '../../../shared/layout/sizes.ts';

const lines = (text: string, width = 121) => measureInter(text, TITLE_FONT, width);

it('takes one line for nothing and for little', () => {
  expect([lines(''), lines(' '), lines('Status line')]).toEqual([1, 1, 1]);
});

// What Chromium 150 does with the same texts in Inter Variable, tabular numbers, 121 px wide.
it.each([
  ['TV and search campaign', 2],
  ['Price comparison page', 2],
  ['re-order/return (CSAT) re-order/return', 3],
  ['Donaudampfschifffahrtsgesellschaft', 2],
  ['顧客が最初の請求書について電話する', 2],
  ['one\ntwo', 2],
])('breaks "%s" into %i lines', (text, count) => {
  expect(lines(text)).toBe(count);
});

it('keeps a sign with its number and breaks a compound at its hyphen', () => {
  expect(lines('aaaa -1234', 50)).toBe(2);
  expect(lines('well-known', 45)).toBe(2);
});

it('is never shorter in a narrower column, and long enough for every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
      expect(lines(text, width)).toBeGreaterThanOrEqual(lines(text, width + 40));
      expect(lines(`${text} and more`, width)).toBeGreaterThanOrEqual(lines(text, width));
    }),
  );
});

it('tells fonts and widths apart in its memory', () => {
  const text = 'the same words again and again';
  const [title, note] = [lines(text, 60), measureInter(text, { ...NOTE_FONT, size: 6 }, 60)];
  expect(title).toBeGreaterThan(note);
  expect(lines(text, 60)).toBe(title);
});

it('has no bad day with surrogates, joiners and marks alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const count = lines(text);
      expect(Number.isInteger(count) && count >= 1).toBe(true);
    }),
  );
});
