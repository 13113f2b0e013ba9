import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComponents } from '../../../shared/export/pdf/compositeGlyph.ts';
import { startSubset } from '../../../shared/export/pdf/subsetFont.ts';
import { readSfnt } from '../../../shared/text/sfnt.ts';
import { openTestEngine } from './engine.ts';

const engine = await openTestEngine();
const { sfnt } = engine.face('Inter-Regular.ttf');
const bytesOf = (view: DataView) => [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
const simple = (glyph: number) => readComponents(sfnt.outline(glyph)).length === 0;

describe('subsetFont', () => {
  it('keeps the outlines and widths of the glyphs it is asked for, and of no others', () => {
    const glyphs = fc.uniqueArray(fc.integer({ min: 1, max: sfnt.glyphCount - 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(glyphs, (wanted) => {
        const made = startSubset(sfnt);
        const numbers = new Map(wanted.map((glyph) => [glyph, made.keep(sfnt, glyph)]));
        const subset = readSfnt(made.bytes());
        expect(subset.glyphCount).toBe(made.advances().length);
        const components = wanted.flatMap((glyph) => readComponents(sfnt.outline(glyph)).map((part) => part.glyph));
        for (const glyph of components) numbers.set(glyph, made.keep(sfnt, glyph));
        expect(made.advances().length).toBeGreaterThanOrEqual(subset.glyphCount);
        for (const [old, now] of numbers) {
          if (now >= subset.glyphCount) throw new Error(`Component ${old} was left behind`);
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
      { sfnt, id: first!, dx: 0, dy: 0 },
      { sfnt, id: second!, dx: 500, dy: -300 },
    ];
    const made = startSubset(sfnt);
    const composite = made.compose(parts, 900);
    const subset = readSfnt(made.bytes());
    const outline = subset.outline(composite);
    expect(subset.advance(composite)).toBe(900);
    expect(readComponents(outline).map(({ glyph }) => glyph)).toEqual(parts.map(({ id }) => made.keep(sfnt, id)));
    const box = (view: DataView, dx: number, dy: number) =>
      [2, 4, 6, 8].map((at, i) => view.getInt16(at) + (i % 2 === 0 ? dx : dy));
    const [a, b] = [box(sfnt.outline(first!), 0, 0), box(sfnt.outline(second!), 500, -300)];
    const around = [Math.min(a[0]!, b[0]!), Math.min(a[1]!, b[1]!), Math.max(a[2]!, b[2]!), Math.max(a[3]!, b[3]!)];
    expect(box(outline, 0, 0)).toEqual(around);
    expect(subset.leftSideBearing(composite)).toBe(around[0]);
  });

  it('makes an empty glyph of parts without ink', () => {
    const space = Array.from({ length: sfnt.glyphCount }, (_, i) => i).find((i) => sfnt.outline(i).byteLength === 0)!;
    const made = startSubset(sfnt);
    const composite = made.compose([{ sfnt, id: space, dx: 0, dy: 0 }], 10);
    expect(readSfnt(made.bytes()).outline(composite).byteLength).toBe(0);
  });

  it('takes in letters of a font with another em, as large as they were', async () => {
    await engine.prepare([{ text: 'א', language: 'he' }]);
    const hebrew = engine.face('noto-sans-hebrew-400.woff').sfnt;
    const letter = Array.from({ length: sfnt.glyphCount }, (_, i) => i).find(
      (i) => i > 0 && simple(i) && sfnt.outline(i).byteLength > 0,
    )!;
    const made = startSubset(hebrew);
    const composite = made.compose([{ sfnt, id: letter, dx: 0, dy: 0 }], 500);
    const subset = readSfnt(made.bytes());
    const height = (view: DataView) => view.getInt16(8) - view.getInt16(4);
    const scale = hebrew.unitsPerEm / sfnt.unitsPerEm;
    expect(scale).toBeLessThan(1);
    expect(Math.abs(height(subset.outline(composite)) - height(sfnt.outline(letter)) * scale)).toBeLessThan(2);
    const { at } = readComponents(subset.outline(composite))[0]!;
    expect(subset.outline(composite).getInt16(at + 6) / 0x4000).toBeCloseTo(scale, 3);
  });

  it('raises the limits that composites reach', () => {
    const made = startSubset(sfnt);
    const parts = [1, 2, 3].map((id) => ({ sfnt, id, dx: 0, dy: 0 }));
    made.compose(parts, 1);
    const maxp = readSfnt(made.bytes()).table('maxp')!;
    const before = sfnt.table('maxp')!;
    expect(maxp.getUint16(28)).toBeGreaterThanOrEqual(3);
    expect(maxp.getUint16(30)).toBe(before.getUint16(30) + 1);
    expect(maxp.getUint16(10)).toBeGreaterThan(before.getUint16(6));
  });
});
