import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeTextResources } from '../../../server/export/resources.ts';
import { createTextEngine, type TextStyle } from '../../../shared/text/engine.ts';
import type { TextLine } from '../../../shared/text/lines.ts';
import { graphemesOf } from '../../../shared/text/paragraph.ts';

const engine = await createTextEngine(nodeTextResources());
const style: TextStyle = { size: 12, weight: 400, language: 'en' };

/** The text of a line as its clusters carry it, in reading order. */
const textOf = (line: TextLine) =>
  line.runs
    .map(({ clusters, rtl }) => (rtl ? clusters.toReversed() : clusters).map(({ text }) => text).join(''))
    .join('');
const without = (text: string, dropped: RegExp) => text.replace(dropped, '');

describe('setLine', () => {
  it('measures Latin text with kerning', () => {
    const apart = engine.measure('A', style) + engine.measure('V', style);
    expect(engine.measure('AV', style)).toBeLessThan(apart);
    expect(engine.measure('AV', { ...style, size: 24 })).toBeCloseTo(2 * engine.measure('AV', style), 6);
    expect(engine.measure('AV', { ...style, weight: 600 })).toBeGreaterThan(engine.measure('AV', style));
  });

  it.each(['Zażółć gęślą jaźń', 'Σύγκριση προσφορών', 'Подъезд курьера', 'Refund ≥ €50 → “final”'])(
    'has every letter of %s',
    (text) => {
      const line = engine.setLine(text, style);
      expect(textOf(line)).toBe(text);
      expect(line.runs).toHaveLength(1);
      expect(line.runs[0]!.clusters.every(({ glyphs }) => glyphs.every(({ id }) => id > 0))).toBe(true);
    },
  );

  it('draws a box for a character in no font and keeps its text', () => {
    const line = engine.setLine('a\u{12000}b', style);
    expect(textOf(line)).toBe('a\u{12000}b');
    expect(line.runs[1]!.clusters).toEqual([
      expect.objectContaining({ text: '\u{12000}', glyphs: [{ id: 0, dx: 0, dy: 0 }] }),
    ]);
    expect(engine.missing()).toContain('\u{12000}');
  });

  it('drops what has no shape and repairs lone surrogates', () => {
    expect(textOf(engine.setLine('a\u0000b\u200fc\ud800', style))).toBe('abc\ufffd');
  });
});

describe('breakLines', () => {
  it('breaks after words and hyphens and never shows the space at a line end', () => {
    const wide = engine.measure('Confirmed by e-m', style);
    const lines = engine.breakLines('Confirmed by e-mail   and also by post', style, wide).map(textOf);
    expect(lines.join('|')).toBe('Confirmed by e-|mail   and also by|post');
  });

  it('cuts a word that is wider than the line', () => {
    const lines = engine.breakLines('Rechtsschutzversicherungsgesellschaften', style, 60);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.map(textOf).join('')).toBe('Rechtsschutzversicherungsgesellschaften');
  });

  it('keeps line ends people typed, empty lines too', () => {
    expect(engine.breakLines('a\r\n\nb', style, 100).map(textOf)).toEqual(['a', '', 'b']);
  });

  it('never makes a line wider than its box, nor loses a character', () => {
    const characters = fc.constantFrom(...'abcAVTo WQ  -–/(“”ąßΣφДж.,!?€1247\u0301\u00a0\u00ad\u200b\n');
    const texts = fc.oneof(
      fc.string({ unit: characters, maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, fc.double({ min: 1, max: 300, noNaN: true }), (text, width) => {
        const lines = engine.breakLines(text, style, width);
        for (const line of lines) {
          const graphemes = graphemesOf(textOf(line)).length;
          if (line.width > width) expect(graphemes).toBeLessThanOrEqual(1);
        }
        const shapeless =
          /[\s\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;
        expect(without(lines.map(textOf).join(''), shapeless)).toBe(
          without(text.replace(/\p{Surrogate}/gu, '\ufffd'), shapeless),
        );
      }),
      { numRuns: 300 },
    );
  });
});
