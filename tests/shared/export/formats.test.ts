import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, unzipSync, unzlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportMap } from '../../../shared/export/exportMap.ts';
import { pagesScene } from '../../../shared/export/exportPdf.ts';
import { FORMAT_NAMES, type Format, fileNameOf, formatOf } from '../../../shared/export/formats.ts';
import { LEGIBLE, smallestText } from '../../../shared/export/legibility.ts';
import { PAGE_MODES, PARTS } from '../../../shared/export/options.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { importFile } from '../../../shared/import/importFile.ts';
import { xmlPieces } from '../../../shared/import/xlsx/xmlTags.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { writeNew } from '../../../shared/model/writeRecord.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { bigMap } from '../../support/bigMap.ts';
import { drawMap } from '../../support/mapBuilder.ts';
import { openTestEngine } from './engine.ts';
import { readPdf } from './readPdf.ts';
import { allTexts } from './scripts.ts';
import { misplaced } from './textBoxes.ts';
import { haveTools, pdfText, qpdfComplaints } from './tools.ts';

const engine = await openTestEngine();
const date = '2026-11-14';
const cases = new URL('../../support/cases/', import.meta.url);

function counting() {
  let count = 0;
  return () => `i${count++}`;
}
function mapOf(file: string): MapSnapshot {
  const result = importFile(readFileSync(new URL(file, cases)), { newId: counting(), clientId: 1, title: file });
  return result.status === 'imported' ? readMap(result.doc) : expect.unreachable(result.reason);
}
const sample = () => readMap(sampleMap('broadband', { newId: counting(), today: date, clientId: 1 }));

/** Titles in every script, empty ones, very long ones, and one of everything else. */
function oddMap(titles: readonly string[]): MapSnapshot {
  const doc = newMapDoc(titles[0] ?? '', 1);
  const title = (index: number) => titles[index % Math.max(1, titles.length)] ?? '';
  doc.transact(() => {
    writeNew(doc, 'lanes', 'lane', { title: title(1) });
    writeNew(doc, 'lanes', 'field', { title: title(2), visibility: 'backstage' });
    writeNew(doc, 'people', 'ann', { name: title(3) });
    writeNew(doc, 'personas', 'persona', { name: title(4), goals: title(5) });
    for (let i = 0; i < 3; i++) {
      writeNew(doc, 'stages', `stage${i}`, { title: title(i), order: `a${i}` });
      const emotions = [{ persona: 'everyone', value: (i % 5) - 2 }];
      writeNew(doc, 'steps', `step${i}`, {
        title: title(i + 1),
        stage: idOf(`stage${i}`),
        emotions,
        momentOfTruth: i === 1,
      });
      for (const lane of ['lane', 'field']) {
        const place = { step: idOf<'step'>(`step${i}`), lane: idOf<'lane'>(lane) };
        writeNew(doc, 'touchpoints', `${lane}${i}`, {
          title: title(i + 2),
          place,
          channel: title(i + 3).slice(0, 500),
          owner: idOf('ann'),
        });
      }
      writeNew(doc, 'handoffs', `h${i}`, { from: idOf(`lane${i}`), to: idOf(`field${i}`) });
      writeNew(doc, 'metrics', `m${i}`, {
        title: title(i + 4),
        on: { kind: 'stage', id: idOf(`stage${i}`) },
        target: 3,
        unit: '%',
        values: [{ date, value: 2 }],
      });
      writeNew(doc, 'initiatives', `n${i}`, { title: title(i + 5), owner: idOf('ann'), impact: 3, effort: 2 });
    }
  });
  return readMap(doc);
}
const long = Array.from({ length: 6 }, (_, i) =>
  `${i} ${'A title of five hundred characters that goes on and on '.repeat(10)}`.slice(0, 500),
);
const unbreakable = Array.from({ length: 6 }, (_, i) => `${i}${'unbreakable'.repeat(46)}`.slice(0, 500));

const make = (map: MapSnapshot, format: Format, more: Partial<Parameters<typeof exportMap>[2]> = {}) =>
  exportMap(map, findGaps(map, date), { format, date, ...more }, { engine: async () => engine });
const text = (bytes: Uint8Array) => strFromU8(bytes);
const letters = (words: string) => words.replace(/[\s\\]/g, '');

/** Every text of an Office file that people see, in the order of its parts. */
function officeTexts(bytes: Uint8Array, parts: RegExp): string {
  const files = unzipSync(bytes);
  return Object.entries(files)
    .filter(([name]) => parts.test(name))
    .flatMap(([, xml]) => [...xmlPieces(text(xml))].map((piece) => (piece.kind === 'text' ? piece.text : ' ')))
    .join('');
}

/** Throws where tags are not closed in their order. */
function checkXml(xml: string): void {
  const open: string[] = [];
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'open' && !piece.closed) open.push(piece.name);
    if (piece.kind === 'close') expect(piece.name).toBe(open.pop());
  }
  expect(open).toEqual([]);
}

describe.each(readdirSync(cases))('%s', (file) => {
  const map = mapOf(file);
  const titles = [...map.stages.list, ...map.steps.list, ...map.touchpoints.list].map(({ title }) => title);
  const missingIn = (words: string) => titles.filter((title) => !letters(words).includes(letters(title)));

  it.each(PAGE_MODES)('is a sound PDF in mode %s', async (mode) => {
    const bytes = await make(map, 'pdf', { mode, sheet: 'a4', include: PARTS });
    const pdf = readPdf(bytes);
    expect(pdf.pages.length).toBeGreaterThan(1);
    expect(pdf.having('/Subtype /Image').concat(pdf.having('/Subtype /Type3'))).toEqual([]);
    if (!haveTools) return;
    expect(qpdfComplaints(bytes)).toBe('');
    if (mode !== 'executive') expect(missingIn(pdfText(bytes))).toEqual([]);
  });
  it('has every title in SVG, slides, workbook, CSV and Markdown', async () => {
    const svg = text(await make(map, 'svg'));
    checkXml(svg);
    const plain = [...xmlPieces(svg)]
      .map((piece) => (piece.kind === 'open' ? (/aria-label="([^"]*)"/.exec(piece.attributes)?.[1] ?? '') : ''))
      .join(' ');
    expect(
      missingIn(
        plain.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      ),
    ).toEqual([]);
    expect(missingIn(officeTexts(await make(map, 'pptx'), /slides\/slide\d+\.xml$/))).toEqual([]);
    expect(missingIn(officeTexts(await make(map, 'xlsx'), /worksheets\//))).toEqual([]);
    expect(missingIn(text(await make(map, 'csv')).replaceAll('""', '"'))).toEqual([]);
    expect(missingIn(text(await make(map, 'md')))).toEqual([]);
  });
});

describe('slides', () => {
  it('are well formed, and every hand-off is glued to two shapes of its slide', async () => {
    const files = unzipSync(await make(sample(), 'pptx'));
    for (const [name, bytes] of Object.entries(files)) if (/\.(xml|rels)$/.test(name)) checkXml(text(bytes));
    const slides = Object.entries(files).filter(([name]) => /slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBe(1 + 5 + 3 + 1);
    const overview = text(files['ppt/slides/slide1.xml'] ?? new Uint8Array());
    expect(overview.match(/<p:cxnSp>/g)).toHaveLength(12);
    for (const [, bytes] of slides) {
      const ids = [...text(bytes).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of text(bytes).matchAll(/<a:(?:stCxn|endCxn) id="(\d+)"/g)) expect(ids).toContain(id);
    }
  });
});

describe('a PNG', () => {
  const header = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return { width: view.getUint32(16), height: view.getUint32(20), kind: bytes[25] };
  };
  /** The pixels, unfiltered. */
  const pixels = (bytes: Uint8Array) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const parts: Uint8Array[] = [];
    for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
      if (text(bytes.subarray(at + 4, at + 8)) === 'IDAT')
        parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    }
    const { width, height, kind } = header(bytes);
    const stride = width * (kind === 6 ? 4 : 3);
    const raw = unzlibSync(Buffer.concat(parts));
    expect(raw.length).toBe(height * (stride + 1));
    const out = new Uint8Array(height * stride);
    for (let row = 0; row < height; row++) {
      for (let i = 0; i < stride; i++) {
        out[row * stride + i] =
          (raw[row * (stride + 1) + 1 + i] ?? 0) + (row === 0 ? 0 : (out[(row - 1) * stride + i] ?? 0));
      }
    }
    return { out, stride, width, height };
  };
  const map = readMap(drawMap('| buy: compare\nsales | chat'));

  it('has two pixels a point, white where nothing is drawn, and ink where something is', async () => {
    const bytes = await make(map, 'png');
    const { out, width, height } = pixels(bytes);
    expect(width).toBe(2 * (760 + 48));
    expect(header(bytes).kind).toBe(2);
    expect([...out.subarray(0, 3)]).toEqual([255, 255, 255]);
    let dark = 0;
    for (let i = 0; i < out.length; i += 3) if ((out[i] ?? 255) < 80) dark++;
    expect(dark).toBeGreaterThan(2_000);
    expect(dark).toBeLessThan((width * height) / 10);
  });
  it('is transparent when asked, and the same each time', async () => {
    const bytes = await make(map, 'png', { transparent: true });
    const { out, stride } = pixels(bytes);
    expect(header(bytes).kind).toBe(6);
    expect(out[3]).toBe(0);
    expect(out.some((value, at) => at % 4 === 3 && value === 255)).toBe(true);
    expect(stride % 4).toBe(0);
    expect(await make(map, 'png', { transparent: true })).toEqual(bytes);
  });
});

describe('odd maps', () => {
  it.each([
    ['an empty one', () => readMap(newMapDoc('', 1))],
    ['a single stage', () => readMap(drawMap('| buy:'))],
    ['titles of 500 characters', () => oddMap(long)],
    ['one word of 500 letters everywhere', () => oddMap(unbreakable)],
    ['no titles at all', () => oddMap([])],
    ['every script', () => oddMap(allTexts)],
    ['1,000 touchpoints', () => readMap(bigMap())],
  ] as const)('%s: comes out in every format and every mode', { timeout: 120_000 }, async (_, open) => {
    const map = open();
    for (const format of FORMAT_NAMES) {
      // A hundred million pixels take longer than they tell.
      if (format === 'png' && map.touchpoints.list.length > 500) continue;
      expect((await make(map, format)).length).toBeGreaterThan(20);
    }
    for (const mode of PAGE_MODES)
      expect((await make(map, 'pdf', { mode, sheet: 'letter', include: PARTS })).length).toBeGreaterThan(500);
  });

  it('keep every line of the pages beside the map on its page, and none covers another', async () => {
    const someText = fc.oneof(
      fc.constantFrom(...allTexts, ...long, ...unbreakable, ''),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(someText, { minLength: 6, maxLength: 6 }),
        fc.constantFrom('a4', 'letter', 'a3', 'a0'),
        async (titles, sheet) => {
          const map = oddMap(titles);
          const findings = findGaps(map, date);
          const executive = await pagesScene(map, findings, { engine, date, sheet, mode: 'executive' });
          const rest = await pagesScene(map, findings, { engine, date, sheet, mode: 'poster', include: PARTS });
          const beside = rest.pages.filter(
            ({ items: [body] }) => body?.kind === 'group' && body.label !== 'Map' && body.label !== 'Gaps',
          );
          expect([...executive.pages, ...beside].flatMap(misplaced)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('can be read on stage pages and strips: no text under 5 points', async () => {
    const map = readMap(bigMap({ stages: 8, stepsPerStage: 4, lanes: 7, touchpoints: 150, handoffs: 80 }));
    for (const mode of ['stages', 'width'] as const) {
      for (const sheet of ['a4', 'letter', 'a3'] as const) {
        const scene = await pagesScene(map, findGaps(map, date), { engine, date, sheet, mode });
        expect(smallestText(scene)).toBeGreaterThanOrEqual(LEGIBLE - 0.01);
      }
    }
  });
});

describe('names of files', () => {
  it('keep the title and lose what systems forbid', () => {
    expect(fileNameOf('Broadband: switching / leaving?', 'pdf')).toBe('Broadband switching leaving.pdf');
    expect(fileNameOf(' ..\u202e\u0000 ', 'csv')).toBe('Map.csv');
    expect(fileNameOf('診'.repeat(300), 'mermaid')).toBe(`${'診'.repeat(100)}.mmd`);
  });
  it('say the format', () => {
    expect(formatOf('/a/b.PDF')).toBe('pdf');
    expect(formatOf('out.mmd')).toBe('mermaid');
    expect(formatOf('out.docx')).toBeNull();
  });
});
