import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packagedFile } from '../../../server/export/exportFiles.ts';
import { nodeTextResources } from '../../../server/export/resources.ts';
import { createTextEngine } from '../../../shared/text/engine.ts';
import { readSlices, slicesWith } from '../../../shared/text/fontSlices.ts';
import { familiesFor, fontFamilies } from '../../../shared/text/fonts.ts';
import { languageOf } from '../../../shared/text/language.ts';
import { graphemesOf } from '../../../shared/text/paragraph.ts';
import { readSfnt } from '../../../shared/text/sfnt.ts';
import { unpackFont } from '../../../shared/text/woff.ts';
import { allTexts, furtherTexts, textsByLanguage } from '../export/scripts.ts';

const engine = await createTextEngine(nodeTextResources());
const worded = [...allTexts, ...Object.values(furtherTexts).flat()].map((text) => ({
  text,
  language: languageOf(text, 'en'),
}));
await engine.prepare(worded);

describe('fonts by script', () => {
  it.each(Object.entries({ ...textsByLanguage, ...furtherTexts }))(
    'has every letter of the texts in %s',
    (_, texts) => {
      for (const text of texts) {
        for (const weight of [400, 600] as const) {
          const { runs } = engine.setLine(text, { size: 12, weight, language: languageOf(text, 'en') });
          const glyphs = runs.flatMap(({ clusters }) => clusters.flatMap((cluster) => cluster.glyphs));
          expect(glyphs.length).toBeGreaterThan(0);
          expect(glyphs.every(({ id }) => id > 0)).toBe(true);
        }
      }
      expect(engine.missing()).toEqual([]);
    },
  );

  it('joins Arabic letters and orders its runs for the eye', () => {
    const line = engine.setLine('الآن CRM', { size: 10, weight: 400, language: 'ar' });
    expect(line.rtl).toBe(true);
    const [arabic, latin] = line.runs;
    expect(arabic!.rtl).toBe(true);
    expect(latin!.x).toBe(0);
    expect(arabic!.x).toBeCloseTo(latin!.width, 6);
    const alone = (letter: string) => engine.measure(letter, { size: 10, weight: 400, language: 'ar' });
    expect(arabic!.width * 10).toBeLessThan([...'الآن'].reduce((sum, letter) => sum + alone(letter), 0));
  });

  it('draws sequences of emoji as one picture', () => {
    const { runs } = engine.setLine('👩‍💻🇩🇪', { size: 10, weight: 400, language: 'en' });
    expect(runs.flatMap(({ clusters }) => clusters.map(({ text }) => text))).toEqual(['👩‍💻', '🇩🇪']);
  });

  it('thickens what has no semibold', () => {
    const emboldened = (weight: 400 | 600) =>
      engine.setLine('官', { size: 10, weight, language: 'zh' }).runs[0]!.embolden;
    expect([emboldened(400), emboldened(600)]).toEqual([false, true]);
  });

  it('picks Han shapes by language', () => {
    const fontOf = (language: string) => familiesFor('直', language).map(({ name }) => name)[1];
    expect(['zh', 'ja-JP', 'ko', ''].map(fontOf)).toEqual([
      'noto-sans-sc',
      'noto-sans-jp',
      'noto-sans-kr',
      'noto-sans-sc',
    ]);
  });

  it('never makes a line wider than its box, in any script', () => {
    const graphemes = fc.constantFrom(...new Set(allTexts.flatMap(graphemesOf)));
    const texts = fc.oneof(
      fc.constantFrom(...allTexts),
      fc.array(graphemes, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(400, 600), fc.integer({ min: 8, max: 250 }), (text, weight, width) => {
        for (const line of engine.breakLines(text, { size: 13, weight, language: languageOf(text, 'en') }, width)) {
          const shown = line.runs.flatMap(({ clusters }) => clusters.map((cluster) => cluster.text)).join('');
          if (line.width > width) expect(graphemesOf(shown).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('loads nothing for a map in Latin letters, and only what others need', async () => {
    const { loadFile, instantiate } = nodeTextResources();
    const asked: string[] = [];
    const counting = {
      instantiate,
      loadFile(name: string) {
        asked.push(name);
        return loadFile(name);
      },
    };
    const fresh = await createTextEngine(counting);
    await fresh.prepare([{ text: 'Zażółć – Подъезд', language: 'pl' }]);
    expect(asked).toEqual(['Inter-Regular.ttf', 'Inter-SemiBold.ttf']);
    await fresh.prepare([{ text: 'שלום שלום', language: 'he' }]);
    expect(asked.slice(2)).toEqual(['noto-sans-hebrew-400.woff', 'noto-sans-hebrew-600.woff']);
  });

  it('asks again for a file that could not be loaded', async () => {
    const { loadFile, instantiate } = nodeTextResources();
    let broken = true;
    const flaky = (name: string) =>
      broken && name.includes('hebrew') ? Promise.reject(new Error('offline')) : loadFile(name);
    const fresh = await createTextEngine({ instantiate, loadFile: flaky });
    await expect(fresh.prepare([{ text: 'שלום', language: 'he' }])).rejects.toThrow('offline');
    broken = false;
    await fresh.prepare([{ text: 'שלום', language: 'he' }]);
    expect(fresh.setLine('שלום', { size: 10, weight: 400, language: 'he' }).runs[0]!.face.id).toContain('hebrew');
  });
});

describe('packed fonts', () => {
  it('unpacks WOFF to the tables it holds', async () => {
    const sfnt = readSfnt(unpackFont(await packagedFile('noto-sans-hebrew-400.woff')));
    expect(sfnt.unitsPerEm).toBe(1000);
    expect(sfnt.postScriptName).toMatch(/^NotoSansHebrew/);
    expect(sfnt.glyphCount).toBeGreaterThan(50);
  });

  it('knows which slice has a grapheme whole', async () => {
    const index = readSlices(
      new TextEncoder().encode('{"[7]":"U+4E00-4E02,U+1F469","[8]":"U+1F469,U+1F4BB","latin":"U+0-7F"}'),
    );
    expect(slicesWith('丁', index)).toEqual(['7']);
    expect(slicesWith('👩‍💻', index)).toEqual(['8']);
    expect(slicesWith('a', index)).toEqual([]);
    expect(() => readSlices(new TextEncoder().encode('null'))).toThrow('no object');
  });

  it('finds every file of the manifest in the packages', async () => {
    for (const family of fontFamilies) {
      const files = family.kind === 'whole' ? Object.values(family.files) : [family.index];
      for (const file of files) expect((await packagedFile(file)).length).toBeGreaterThan(1000);
    }
    await expect(packagedFile('../package.json')).rejects.toThrow('package.json');
  });
});

describe('languageOf', () => {
  it.each([
    ['Compare plans', 'de', 'de'],
    ['比較', 'en', 'zh'],
    ['比較', 'ja', 'ja'],
    ['比較する', 'en', 'ja'],
    ['비교', 'en', 'ko'],
    ['מחיר', 'en', 'he'],
    ['ราคา', 'en', 'th'],
    ['Подъезд', 'uk', 'uk'],
  ])('%s on a map in %s is %s', (text, map, expected) => {
    expect(languageOf(text, map)).toBe(expected);
  });
});
