import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComponents } from '../../../shared/export/pdf/compositeGlyph.ts';
import { subsetFont } from '../../../shared/export/pdf/subsetFont.ts';
import { readSfnt } from '../../../shared/text/sfnt.ts';
import { openTestEngine } from './engine.ts';

const { sfnt } = (await openTestEngine()).face('Inter-Regular.ttf');
const bytesOf = (view: DataView) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
const simple = (glyph: number) => readComponents(sfnt.outline(glyph)).length === 0;

describe('subsetFont', () => {
  it('keeps the outlines and widths of the glyphs it is asked for, and of no others', () => {
    const glyphs = fc.uniqueArray(fc.integer({ min: 1, max: sfnt.glyphCount - 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(glyphs, (wanted) => {
        const { bytes, glyphs: numbers } = subsetFont(sfnt, wanted);
        const subset = readSfnt(bytes);
        expect(subset.glyphCount).toBe(numbers.size);
        for (const [old, now] of numbers) {
          expect(subset.advance(now)).toBe(sfnt.advance(old));
          expect(subset.leftSideBearing(now)).toBe(sfnt.leftSideBearing(old));
          const before = readComponents(sfnt.outline(old));
          const after = readComponents(subset.outline(now));
          expect(after.map(({ glyph }) => glyph)).toEqual(before.map(({ glyph }) => numbers.get(glyph)));
          if (simple(old))
            expect(bytesOf(subset.outline(now)).slice(0, sfnt.outline(old).byteLength)).toEqual(
              bytesOf(sfnt.outline(old)),
            );
        }
      }),
      { numRuns: 30 },
    );
  });

  it('builds one glyph of several, with the box around them', () => {
    const glyphs = Array.from({ length: sfnt.glyphCount }, (_, i) => i).filter(
      (i) => i > 0 && sfnt.outline(i).byteLength > 0,
    );
    const [first, second] = glyphs.filter(simple);
    const parts = [
      { id: first!, dx: 0, dy: 0 },
      { id: second!, dx: 500, dy: -300 },
    ];
    const { bytes, glyphs: numbers, composites } = subsetFont(sfnt, [], [{ parts, advance: 900 }]);
    const subset = readSfnt(bytes);
    const outline = subset.outline(composites[0]!);
    expect(subset.advance(composites[0]!)).toBe(900);
    expect(readComponents(outline).map(({ glyph }) => glyph)).toEqual([numbers.get(first!), numbers.get(second!)]);
    const box = (view: DataView, dx: number, dy: number) =>
      [2, 4, 6, 8].map((at, i) => view.getInt16(at) + (i % 2 === 0 ? dx : dy));
    const [a, b] = [box(sfnt.outline(first!), 0, 0), box(sfnt.outline(second!), 500, -300)];
    const around = [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!)];
    expect(box(outline, 0, 0)).toEqual(around);
    expect(subset.leftSideBearing(composites[0]!)).toBe(around[0]);
  });

  it('makes an empty glyph of parts without ink', () => {
    const space = Array.from({ length: sfnt.glyphCount }, (_, i) => i).find((i) => sfnt.outline(i).byteLength === 0)!;
    const { bytes, composites } = subsetFont(sfnt, [], [{ parts: [{ id: space, dx: 0, dy: 0 }], advance: 10 }]);
    expect(readSfnt(bytes).outline(composites[0]!).byteLength).toBe(0);
  });

  it('raises the limits that composites reach', () => {
    const parts = [1, 2, 3].map((id) => ({ id, dx: 0, dy: 0 }));
    const maxp = readSfnt(subsetFont(sfnt, [], [{ parts, advance: 1 }]).bytes).table('maxp')!;
    const before = sfnt.table('maxp')!;
    expect(maxp.getUint16(28)).toBeGreaterThanOrEqual(3);
    expect(maxp.getUint16(30)).toBe(before.getUint16(30) + 1);
    expect(maxp.getUint16(10)).toBeGreaterThan(before.getUint16(6));
  });
});
