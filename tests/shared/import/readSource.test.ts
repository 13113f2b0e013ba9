import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { paintXlsx } from '../../../shared/export/xlsx/paintXlsx.ts';
import { workbook } from '../../../shared/export/xlsx/workbook.ts';
import { FILE_LIMIT } from '../../../shared/import/fileKinds.ts';
import { importFile } from '../../../shared/import/importFile.ts';
import { mappingOfSheet } from '../../../shared/import/mapping.ts';
import { type ReadSource, readSource } from '../../../shared/import/readSource.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { cardsIn, countingIds } from './importing.ts';

const options = () => ({ newId: countingIds(), clientId: 1 });
const read = (source: Uint8Array | string, mapping: ReadSource['mapping'] = null) =>
  readSource(source, mapping, options());
const mapOf = ({ result }: ReadSource) =>
  result.status === 'imported' ? readMap(result.doc) : expect.unreachable(result.reason);
const reasonOf = (bytes: Uint8Array) => {
  const result = importFile(bytes, options());
  return result.status === 'refused' ? result.reason : expect.unreachable('it was imported');
};
const sheet = (name: string, heads: readonly string[], rows: readonly (readonly (string | number | boolean)[])[]) => ({
  name,
  columns: heads.map((head) => ({ head, width: 10 })),
  rows,
});
const book = (...sheets: Parameters<typeof workbook>[0]) => workbook(sheets, { title: 'Book', date: '2026-11-14' });

describe("anybody's workbook", () => {
  it('is read by the sheet whose columns are known best', () => {
    const bytes = book(
      sheet('Notes', ['Something', 'Else'], [['a', 'b']]),
      sheet(
        'Journey',
        ['Phase', 'Step', 'Department', 'Touchpoint', 'Emotion', 'Moment of truth'],
        [['Buy', 'Order', 'Sales', 'Web shop', -1, true]],
      ),
    );
    const found = read(bytes);
    expect(found.sheets.map(({ name }) => name)).toEqual(['Notes', 'Journey']);
    expect(found.mapping).toMatchObject({ sheet: 1, headingRow: 0 });
    const map = mapOf(found);
    expect(cardsIn(map)).toEqual(['Order / Sales: Web shop']);
    expect(map.steps.list[0]).toMatchObject({ momentOfTruth: true, emotions: [{ persona: 'everyone', value: -1 }] });
  });
  it('is read as people say when no column is called as ours are', () => {
    const bytes = book(
      sheet(
        'Liste',
        ['Akt', 'Truppe', 'Auftritt'],
        [
          ['Kauf', 'Vertrieb', 'Anruf'],
          ['Kauf', 'Lager', 'Versand'],
        ],
      ),
    );
    const first = read(bytes);
    expect(first.result).toMatchObject({
      status: 'refused',
      reason: expect.stringMatching(/^Say at least which column/),
    });
    expect(first.mapping).toMatchObject({ headingRow: 0, columns: [null, null, null] });
    const second = read(bytes, {
      layout: 'rows',
      sheet: 0,
      headingRow: 0,
      columns: ['step', 'department', 'touchpoint'],
    });
    expect(cardsIn(mapOf(second))).toEqual(['Kauf / Vertrieb: Anruf', 'Kauf / Lager: Versand']);
  });
  it('is guessed anew for another sheet', () => {
    const sheets = [
      { name: 'a', rows: [['x', 'y']] },
      { name: 'b', rows: [[], ['Stage', 'Step'], ['A', 'B']] },
    ];
    expect(mappingOfSheet(sheets, 1)).toEqual({ layout: 'rows', sheet: 1, headingRow: 1, columns: ['stage', 'step'] });
  });
});

describe('a pasted text', () => {
  it.each([
    ['tabs', 'Akt\tAuftritt\nKauf\tAnruf\nKauf\tBrief'],
    ['semicolons', 'Akt;Auftritt\nKauf;Anruf\nKauf;Brief'],
    ['commas', 'Akt,Auftritt\nKauf,Anruf\nKauf,Brief'],
  ])('is split at %s, whatever its columns are called', (_, text) => {
    const found = read(text);
    expect(found.sheets[0]?.rows).toEqual([
      ['Akt', 'Auftritt'],
      ['Kauf', 'Anruf'],
      ['Kauf', 'Brief'],
    ]);
    expect(
      cardsIn(mapOf(read(text, { layout: 'rows', sheet: 0, headingRow: 0, columns: ['step', 'touchpoint'] }))),
    ).toHaveLength(2);
  });
  it('may be a Mermaid journey, in a fence, too', () => {
    const text =
      '```mermaid\njourney\n  title My day\n  section Morning\n    Make tea: 5: Me\n    %% not rated: nothing\n    Go: 3: Me, Cat\n    Odd\n```';
    const found = read(text);
    const map = mapOf(found);
    expect(found.sheets).toEqual([]);
    expect(map.steps.list.map(({ title, emotions }) => [title, emotions[0]?.value])).toEqual([
      ['Make tea', 2],
      ['Go', undefined],
      ['Odd', undefined],
    ]);
    expect(found.result).toMatchObject({ warnings: [{ row: 8 }] });
  });
});

describe('bad files', () => {
  const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
  const parts = (sheetXml: string) => ({
    'xl/workbook.xml': xml('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': xml(
      '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
    ),
    'xl/worksheets/s.xml': xml(sheetXml),
  });
  it('that unpack to hundreds of times their size are not unpacked', () => {
    const bomb = zipSync({ ...parts('<worksheet/>'), 'xl/sharedStrings.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(reasonOf(bomb)).toMatch(/would become enormous/);
  });
  it('that declare entities are not opened', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet/>';
    expect(reasonOf(zipSync(parts(laughs)))).toMatch(/declares things of its own/);
  });
  it('that say they have a million rows or columns are not filled up', () => {
    expect(
      reasonOf(
        zipSync(
          parts('<worksheet><sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData></worksheet>'),
        ),
      ),
    ).toMatch(/more rows or columns/);
    expect(
      reasonOf(
        zipSync(parts('<worksheet><sheetData><row r="1"><c r="ZZZZZ1"><v>1</v></c></row></sheetData></worksheet>')),
      ),
    ).toMatch(/more rows or columns/);
  });
  it('that stand far to the right all the way down are not filled up either', () => {
    const rows = Array.from({ length: 12_000 }, (_, row) => `<row><c r="SF${row + 1}"><v>1</v></c></row>`).join('');
    expect(reasonOf(zipSync(parts(`<worksheet><sheetData>${rows}</sheetData></worksheet>`)))).toMatch(
      /more rows or columns/,
    );
  });
  it('that are no workbooks say what they are', () => {
    expect(reasonOf(zipSync({ 'photo.txt': strToU8('hello') }))).toMatch(/zip archive, but no Excel workbook/);
    expect(reasonOf(zipSync({ 'content.xml': strToU8('<x/>') }))).toMatch(/zip archive, but no Excel|OpenDocument/);
    expect(reasonOf(new Uint8Array(FILE_LIMIT + 1))).toMatch(/This file has 11 MB\. At most 10 MB/);
    expect(reasonOf(new Uint8Array())).toBe('This file is empty.');
    expect(reasonOf(strToU8('{"format":"something else"}'))).toMatch(/not a map of Throughline/);
    expect(reasonOf(strToU8('{"format":"throughline-map","version":99}'))).toMatch(/newer Throughline/);
  });
  it('of old or protected Office, and pictures under another name, say so', () => {
    const compound = (text: string) => {
      const bytes = new Uint8Array(4096);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      [...text].forEach((letter, index) => {
        bytes[2048 + index * 2] = letter.charCodeAt(0);
      });
      return bytes;
    };
    expect(reasonOf(compound('EncryptedPackage'))).toMatch(/protected with a password/);
    expect(reasonOf(compound('Workbook'))).toMatch(/old Office version/);
    expect(reasonOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d))).toMatch(
      /neither text nor a workbook/,
    );
  });
  it('with a million rows, or columns, of one sign are read or refused, and nothing throws', () => {
    importFile(strToU8(`Stage,Emotion\n${'A,1\n'.repeat(300_000)}`), options());
    importFile(strToU8(`Stage${',A'.repeat(300_000)}\nPain${',b'.repeat(300_000)}\nOwner,x`), options());
  });
  it('that are cut short or have bits flipped are refused or read, and nothing throws', () => {
    const whole = paintXlsx(readMap(newMapDoc('Whole', 1)), [], { date: '2026-11-14' });
    for (let length = 0; length < whole.length; length += 97) importFile(whole.slice(0, length), options());
    for (let at = 0; at < whole.length; at += 53) {
      const flipped = whole.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 0x40;
      importFile(flipped, options());
    }
  });
});

describe('our own workbook, edited by hand', () => {
  const doc = () =>
    importFile(strToU8('Stage,Step,Department,Touchpoint,Owner\nBuy,Order,Sales,Call,Ann\n'), options());
  it('takes a name that was changed, and rows that were added', () => {
    const made = doc();
    if (made.status === 'refused') return expect.unreachable(made.reason);
    const rows = [
      ['Order', 'Sales', 'Rang twice', 'Ann'],
      ['Order', 'Sales', 'New one', 'Nobody we know'],
    ];
    const bytes = book(
      sheet('Touchpoints', ['Step', 'Department', 'Touchpoint', 'Owner'], rows),
      sheet('Stages', ['Stage', 'Id'], [['Buy', 's1']]),
      sheet('Steps', ['Stage', 'Step', 'Id'], [['Buy', 'Order', 'p1']]),
      sheet('Departments', ['Department', 'Kind', 'Id'], [['Sales', 'department', 'l1']]),
      sheet('People', ['Person', 'Id'], [['Ann', 'a1']]),
      sheet(
        'Map',
        ['Field', 'Value'],
        [
          ['title', 'By hand'],
          ['format', 'throughline-map'],
          ['version', 1],
        ],
      ),
    );
    const result = importFile(bytes, options());
    if (result.status === 'refused') return expect.unreachable(result.reason);
    const map = readMap(result.doc);
    expect(map.meta.title).toBe('By hand');
    expect(cardsIn(map)).toEqual(['Order / Sales: Rang twice', 'Order / Sales: New one']);
    expect(map.touchpoints.list.map(({ owner }) => owner)).toEqual(['a1', null]);
    expect(result.warnings).toMatchObject([{ row: 3, message: expect.stringMatching(/Nobody we know/) }]);
  });
});
