import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../../shared/export/pdf/paintPdf.ts';
import type { SceneItem } from '../../../shared/export/scene.ts';
import { cleanText } from '../../../shared/text/cleanText.ts';
import { documentOf, openTestEngine, textAt } from './engine.ts';
import { copiedText, readPdf } from './readPdf.ts';
import { haveTools, pdfText, qpdfComplaints } from './tools.ts';

const engine = await openTestEngine();
const date = '2026-01-15T09:30:00Z';
const paint = (items: readonly SceneItem[], more = {}) => paintPdf(documentOf(items, more), { date });

describe('paintPdf', () => {
  it('writes a file whose every object is where the cross-reference says', () => {
    const pdf = readPdf(paint([textAt(engine, 'Order confirmed')]));
    expect(pdf.pages).toHaveLength(1);
    const [catalog] = pdf.having('/Type /Catalog');
    expect(catalog).toContain('/Lang (en)');
    expect(catalog).toContain('/MarkInfo <</Marked true>>');
    expect(catalog).toContain('/ViewerPreferences <</DisplayDocTitle true>>');
    expect(pdf.trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(pdf.having('/Title (Test)')[0]).toContain('/CreationDate (D:20260115093000Z)');
  });

  it('gives the same bytes for the same scene, and another identity for another', () => {
    const [first, second, other] = ['a', 'a', 'b'].map((text) => paint([textAt(engine, text)]));
    expect(first).toEqual(second);
    const idOf = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(readPdf(bytes).trailer)![1];
    expect(idOf(first!)).not.toBe(idOf(other!));
  });

  it('embeds a subset of each font with its widths and its text', () => {
    const bytes = paint([textAt(engine, 'office – “final”'), textAt(engine, 'Bold', 20, 80)]);
    const pdf = readPdf(bytes);
    expect(copiedText(pdf, 0)).toBe('office – “final”Bold');
    const [font] = pdf.having('/Subtype /CIDFontType2');
    expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+Inter-Regular/);
    expect(bytes.length).toBeLessThan(12_000);
  });

  it('shows a box for a character in no font, and keeps its text', () => {
    expect(copiedText(readPdf(paint([textAt(engine, 'a\u{12000}b')])), 0)).toBe('a\u{12000}b');
  });

  it('says what is read and what is decoration', () => {
    const pdf = readPdf(
      paint([
        textAt(engine, 'Journey', 20, 40, { role: 'title' }),
        { kind: 'rect', x: 0, y: 0, width: 10, height: 10, fill: '#e6e6e1' },
        {
          kind: 'group',
          role: 'curve',
          label: 'Emotion falls to -2',
          items: [
            {
              kind: 'path',
              segments: [['M', 0, 0], ['C', 1, 1, 2, 2, 30, 3], ['Z']],
              stroke: { color: '#c2412f', width: 2 },
            },
          ],
        },
      ]),
    );
    expect(pdf.pages[0]).toMatch(
      /\/H1 <<\/MCID 0>> BDC[\s\S]*EMC\n\/Artifact BMC[\s\S]*EMC\n\/Figure <<\/MCID 1>> BDC[\s\S]*EMC$/,
    );
    expect(pdf.having('/S /Figure')[0]).toContain('/Alt (Emotion falls to -2)');
    expect(pdf.having('/S /Figure')[0]).toContain('/BBox [0 297 30 300]');
    const nums = /\/Nums \[0 \[(\d+) 0 R (\d+) 0 R\]\]/.exec(pdf.having('/Nums [0 [')[0]!)!;
    expect([nums[1], nums[2]].map((id) => /\/S \/(\w+)/.exec(pdf.objects.get(Number(id))!.value)![1])).toEqual([
      'H1',
      'Figure',
    ]);
  });

  it('reads groups where they belong, not where they are painted', () => {
    const pdf = readPdf(
      paint([
        { kind: 'group', role: 'stage', id: 'sales', label: 'Sales', items: [textAt(engine, 'Sales')] },
        { kind: 'group', role: 'section', within: 'sales', label: 'Chat', items: [textAt(engine, 'Chat')] },
      ]),
    );
    const [stage] = pdf.having('/T (Sales)');
    const kids = /\/K \[(\d+) 0 R (\d+) 0 R\]/.exec(stage!)!;
    expect(pdf.objects.get(Number(kids[2]))!.value).toContain('/T (Chat)');
  });

  it('keeps the text of broken lines whole for those who copy it or listen', () => {
    const broken = (text: string, width: number) => {
      const lines = engine.breakLines(text, { size: 12, weight: 400, language: '' }, width);
      expect(lines.length).toBeGreaterThan(1);
      return readPdf(
        paint([{ ...textAt(engine, text), lines: lines.map((line, i) => ({ x: 0, y: 20 + i * 15, line })) }]),
      );
    };
    const words = broken('Order confirmed by post', 60);
    expect(copiedText(words, 0)).toBe('Order confirmed by post');
    expect(words.having('/ActualText')).toHaveLength(0);
    // Readers take the seam within a word for a space, unless they are told.
    const long = 'Rechtsschutzversicherungsgesellschaften';
    expect(broken(long, 60).having('/S /P')[0]).toContain(`/ActualText (${long})`);
  });

  it('shows a line from right to left as one string of one font, its words in the order of reading', async () => {
    const text = 'פתיחת קריאת שירות ב-CRM';
    await engine.prepare([{ text, language: 'he' }]);
    const pdf = readPdf(paint([textAt(engine, text)]));
    expect(pdf.pages[0]!.match(/ Tf$/gm)).toHaveLength(1);
    expect(pdf.pages[0]!.match(/\]TJ$/gm)).toHaveLength(1);
    const leftToRight = (word: string) => [...word].reverse().join('');
    const [first, second, third, last] = text.split(/ /);
    expect(copiedText(pdf, 0)).toBe(`${leftToRight(first!)} ${leftToRight(second!)} ${leftToRight(third!)} ${last!}`);
    expect(pdf.having('/S /P')[0]).toContain('/ActualText');
  });

  it('links to anchors and addresses, and bookmarks anchors', () => {
    const link = { kind: 'link', x: 10, y: 20, width: 30, height: 10, label: 'Go', items: [] } as const;
    const bytes = paint(
      [
        { kind: 'anchor', name: 'gap 1', x: 5, y: 6 },
        { ...link, target: { anchor: 'gap 1' } },
        { ...link, target: { url: 'https://example.org/a b?x=1%20(ü)' } },
      ],
      { outline: [{ title: 'Gaps', target: 'gap 1', children: [{ title: 'Żółć', target: 'gap 1', children: [] }] }] },
    );
    const pdf = readPdf(bytes);
    expect(pdf.having('/Names [')[0]).toMatch(/\/Names \[\(gap%00201\) \[\d+ 0 R \/XYZ 5 294 null\]\]/);
    expect(pdf.having('/Subtype /Link')[0]).toContain('/Rect [10 270 40 280]');
    expect(pdf.having('/Subtype /Link')[1]).toContain('/URI (https://example.org/a%20b?x=1%20\\(%C3%BC\\))');
    expect(pdf.having('/Title (Gaps)')[0]).toContain('/Count -1');
    expect(() => paint([{ ...link, target: { anchor: 'gone' } }])).toThrow('gone');
  });

  it('writes a shape that it draws often the same each time, in the colours of each place', () => {
    const disc = (x: number, fill: string): SceneItem => ({
      kind: 'rect',
      x,
      y: 10,
      width: 9,
      height: 9,
      radius: 4.5,
      fill,
    });
    const one = readPdf(paint([disc(10, '#ff0000')])).pages[0]!;
    expect(one).not.toContain(' cm ');
    const many = readPdf(
      paint(Array.from({ length: 6 }, (_, i) => disc(10 + 20 * i, i % 2 === 0 ? '#ff0000' : '#00ff00'))),
    );
    const drawn = many.pages[0]!.match(/^q 1 0 0 1 .*$/gm)!;
    expect(drawn).toHaveLength(6);
    expect(new Set(drawn.map((line) => line.replace(/^q 1 0 0 1 \S+ \S+ cm/, ''))).size).toBe(1);
    expect(many.pages[0]).toContain('0 1 0 rg\nq 1 0 0 1 34.5 290 cm 0 0 m');
  });

  it('scales what is inside a view', () => {
    const rect = { kind: 'rect', x: 10, y: 10, width: 20, height: 20, fill: '#000000' } as const;
    const group: SceneItem = { kind: 'group', role: 'section', view: { x: 100, y: 50, scale: 0.5 }, items: [rect] };
    expect(readPdf(paint([group])).pages[0]).toContain('105 235 10 10 re f');
  });

  it('survives any text anywhere', () => {
    const nasty = fc.constantFrom(
      '(',
      ')',
      '\\',
      '\0',
      '\n',
      '\r',
      '\ud800',
      '\udc00',
      '<',
      '>',
      '&',
      ']]>',
      '%',
      '#',
      '/',
      'é',
      '好',
      '\u200f',
      'א',
      '\ufffe',
    );
    const texts = fc.oneof(fc.string({ unit: nasty }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, fc.boolean(), (text, rtl) => {
        const whole = rtl ? `א${text}` : text;
        const bytes = paint(
          [
            textAt(engine, whole),
            { kind: 'anchor', name: whole, x: 0, y: 0 },
            { kind: 'link', x: 0, y: 0, width: 1, height: 1, label: whole, target: { anchor: whole }, items: [] },
            {
              kind: 'link',
              x: 0,
              y: 0,
              width: 1,
              height: 1,
              label: whole,
              target: { url: `https://x/${whole}` },
              items: [],
            },
            { kind: 'group', role: 'curve', label: whole, items: [] },
          ],
          { title: whole, outline: [{ title: whole, target: whole, children: [] }] },
        );
        const pdf = readPdf(bytes);
        for (const { value } of pdf.objects.values()) expect(value).not.toMatch(/[\r\n]/);
        const letters = (value: string) => [...value.replace(/[\s\p{Cf}\p{Variation_Selector}]/gu, '')].sort().join('');
        expect(letters(copiedText(pdf, 0))).toBe(letters(cleanText(whole)));
      }),
      { numRuns: 60 },
    );
  });
});

describe.runIf(haveTools)('what other programs make of it', () => {
  it('passes qpdf and reads back in poppler', () => {
    const text = 'Zażółć (gęślą) jaźń – Σύγκριση, Подъезд \\ office';
    const bytes = paint([textAt(engine, text, 20, 40, { role: 'title' })], { title: text });
    expect(qpdfComplaints(bytes)).toBe('');
    expect(pdfText(bytes).trim()).toBe(text);
  });
});
