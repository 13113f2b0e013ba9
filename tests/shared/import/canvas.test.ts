import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../shared/import/importFile.ts';
import { columnsMapping, guessMapping, rowsMapping } from '../../../shared/import/mapping.ts';
import { readSource } from '../../../shared/import/readSource.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { cardsIn, countingIds } from './importing.ts';

const options = () => ({ newId: countingIds(), clientId: 1 });
const sheetOf = (rows: readonly (readonly string[])[]) => ({ name: 'S', rows });
const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
function imported(rows: readonly (readonly string[])[]) {
  const { result } = readSource(csv(rows), null, options());
  if (result.status === 'refused') return expect.unreachable(result.reason);
  return { map: readMap(result.doc), warnings: result.warnings };
}

/** As most people draw a journey in a spreadsheet. */
const drawn = [
  ['Switching broadband', '', '', ''],
  ['', 'Awareness', 'Purchase', 'Onboarding'],
  ['Customer actions', 'Sees an advert', 'Orders online', 'Waits\nInstalls'],
  ['Touchpoints', 'Advert', 'Shop\n• Mail', 'Visit'],
  ['Owner', 'Marketing', 'Sales', 'Field'],
  ['Emotions', '🙂', 'so-so', 'very frustrated'],
  ['Pain points', '', 'Long form', 'No date; nobody calls'],
  ['Opportunities', '', 'Prefill', ''],
];

describe('a sheet with steps as columns', () => {
  it('is told from a list, and its rows from their names', () => {
    expect(guessMapping([sheetOf(drawn)])).toEqual({
      layout: 'columns',
      sheet: 0,
      labelColumn: 0,
      rows: [null, 'stage', 'step', 'touchpoint', 'department', 'emotion', 'pain', 'idea'],
    });
    const list = [
      ['Stage', 'Step', 'Department', 'Touchpoint'],
      ['Sales', 'Step', 'Owner', 'Emotion'],
      ['Owner', 'x', 'y', 'z'],
    ];
    expect(guessMapping([sheetOf(list)]).layout).toBe('rows');
  });
  it('becomes stages, steps, touchpoints in their departments, feelings and notes', () => {
    const { map, warnings } = imported(drawn);
    expect(map.meta.description).toBe('Switching broadband');
    expect(map.stages.list.map(({ title, lifecycle }) => [title, lifecycle])).toEqual([
      ['Awareness', 'marketing'],
      ['Purchase', 'sales'],
      ['Onboarding', 'service'],
    ]);
    expect(cardsIn(map)).toEqual([
      'Sees an advert / Marketing: Advert',
      'Orders online / Sales: Shop',
      'Orders online / Sales: Mail',
      'Waits; Installs / Field: Visit',
    ]);
    expect(map.steps.list.map(({ emotions }) => emotions[0]?.value)).toEqual([1, 0, -2]);
    expect(map.notes.list.map(({ text, kind, place }) => [text, kind, map.lanes.get(place?.lane ?? '')?.kind])).toEqual(
      [
        ['Long form', 'pain', 'notes'],
        ['Prefill', 'idea', 'notes'],
        ['No date', 'pain', 'notes'],
        ['nobody calls', 'pain', 'notes'],
      ],
    );
    expect(warnings).toMatchObject([{ row: 6, message: expect.stringMatching(/were read: “🙂” as \+1/) }]);
  });
  it('has stages that reach over several columns, groups of departments, and another scale for feelings', () => {
    const { map, warnings } = imported([
      ['', 'Phase', 'Kauf', '', 'Nutzung'],
      ['', 'Schritt', 'Bestellt', 'Wartet', 'Ruft an'],
      ['Frontstage', 'Verkauf', 'Beratung', '', ''],
      ['Backstage', 'Housekeeping', '', 'Packt', ''],
      ['', 'Verantwortlich', 'Anna', 'Ben', 'Cem'],
      ['', 'Emotion (1-5)', '5', '1', '3'],
    ]);
    expect(map.steps.list.map(({ title, stage }) => [title, map.stages.get(stage ?? '')?.title])).toEqual([
      ['Bestellt', 'Kauf'],
      ['Wartet', 'Kauf'],
      ['Ruft an', 'Nutzung'],
    ]);
    expect(map.lanes.list.map(({ title, visibility }) => [title, visibility])).toEqual([
      ['Verkauf', 'frontstage'],
      ['Housekeeping', 'backstage'],
    ]);
    expect(map.touchpoints.list.map(({ owner }) => map.people.get(owner ?? '')?.name)).toEqual(['Anna', 'Ben']);
    expect(map.steps.list.map(({ emotions }) => emotions[0]?.value)).toEqual([2, -2, 0]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/“Cem”: There is no touchpoint in this column/),
      expect.stringMatching(/scale from 1 to 5/),
    ]);
    expect(map.steps.list[2]?.description).toContain('Cem');
  });
  it('is read as people say where its names are unknown, and as a list when they want that', () => {
    const rows = [
      ['', 'eins', 'zwei'],
      ['wer', 'a', 'b'],
    ];
    const sheets = [sheetOf(rows)];
    expect(guessMapping(sheets).layout).toBe('rows');
    const asked = { ...columnsMapping(sheets, 0), rows: ['step', 'touchpoint'] as const };
    const { result } = readSource(csv(rows), asked, options());
    if (result.status === 'refused') return expect.unreachable(result.reason);
    expect(cardsIn(readMap(result.doc))).toEqual(['eins / wer: a', 'zwei / wer: b']);
    expect(rowsMapping(sheets, 0, 1)).toEqual({ layout: 'rows', sheet: 0, headingRow: 1, columns: [null, null, null] });
  });
});

const labels = fc.constantFrom(
  ...['', 'Stage', 'Steps', 'Actions', 'Touchpoints', 'Owner', 'Department', 'Channel', 'Systems', 'Emotion', 'Belief'],
  ...['Thoughts', 'Moment of truth', 'Pain points', 'Opportunities', 'KPIs', 'Marketing', 'Backstage', 'Goals'],
);

it('loses no cell of a drawn journey: each is on the map, or in what is to check', () => {
  // Words that occur once, so that each can be looked for.
  const cell = fc.constantFrom('', '', 'one', 'one\ntwo', 'one; two', '- one', '🙂', '-2', 'x');
  const row = fc.tuple(labels, fc.array(cell, { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 9 }), (drawn) => {
      const rows = [
        ['', 'Begin', 'Middle', 'End'],
        ...drawn.map(([label, cells], y) => [label, ...cells.map((c, x) => c.replaceAll(/one|two/g, `$&${y}q${x}q`))]),
      ];
      const asked = columnsMapping([sheetOf(rows)], 0);
      const { result } = readSource(csv(rows), { ...asked, rows: ['stage', ...asked.rows.slice(1)] }, options());
      if (result.status === 'refused') return expect.unreachable(result.reason);
      const found = JSON.stringify([presentMap('', readMap(result.doc)), result.warnings]);
      const said = rows.flatMap((cells) => cells.flatMap((text) => text.match(/(?:one|two)\dq\dq/g) ?? []));
      for (const word of said) expect(found, word).toContain(word);
    }),
    { numRuns: 300 },
  );
});

describe("a workbook of somebody's program", () => {
  const xml = (text: string) => strToU8(`<?xml version="1.0"?>${text}`);
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
  const book = (rows: string, more: { readonly after?: string; readonly pr?: string } = {}) =>
    zipSync({
      'xl/workbook.xml': xml(
        `<workbook>${more.pr ?? ''}<sheets><sheet name="Old" state="hidden" r:id="r2"/><sheet name="S" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': xml(
        '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/><Relationship Id="r2" Target="worksheets/o.xml"/></Relationships>',
      ),
      'xl/styles.xml': xml(
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="20"/></cellXfs></styleSheet>',
      ),
      'xl/worksheets/o.xml': xml(
        `<worksheet><sheetData><row r="1">${cell('A1', 'Stage')}${cell('B1', 'Step')}${cell('C1', 'Owner')}${cell('D1', 'Touchpoint')}</row><row r="2">${cell('A2', 'old')}</row></sheetData></worksheet>`,
      ),
      'xl/worksheets/s.xml': xml(`<worksheet><sheetData>${rows}</sheetData>${more.after ?? ''}</worksheet>`),
    });
  const head = `<row r="1">${['Stage', 'Step', 'Touchpoint', 'When'].map((name, at) => cell(`${'ABCD'[at]}1`, name)).join('')}</row>`;
  const read = (bytes: Uint8Array) => {
    const result = importFile(bytes, options());
    return result.status === 'refused'
      ? expect.unreachable(result.reason)
      : { map: readMap(result.doc), warnings: result.warnings };
  };

  it('gives merged cells to all their rows, days as days, shares as percent, and leaves hidden sheets alone', () => {
    const { map, warnings } = read(
      book(
        `${head}<row r="2">${cell('A2', 'Buy')}${cell('B2', 'Ask')}${cell('C2', 'one')}${number('D2', '46340', 1)}</row>` +
          `<row r="3">${cell('B3', 'Ask')}${cell('C3', 'two')}${number('D3', '0.62', 2)}</row>` +
          `<row r="4">${cell('B4', 'Ask')}${cell('C4', 'three')}${number('D4', '0.30000000000000004')}</row>` +
          `<row r="5">${cell('B5', 'Ask')}${cell('C5', 'four')}${number('D5', '0.3958333333', 3)}</row>`,
        { after: '<mergeCells><mergeCell ref="A2:A5"/></mergeCells>' },
      ),
    );
    expect(map.touchpoints.list.map(({ description }) => description)).toEqual([
      'When: 2026-11-14',
      'When: 62%',
      'When: 0.3',
      'When: 9:30',
    ]);
    expect(map.stages.list.map(({ title }) => title)).toEqual(['Buy']);
    expect(warnings.filter(({ message }) => message.includes('no stage'))).toEqual([]);
  });
  it('says where a formula has no result, and counts days from 1904 where the workbook does', () => {
    const { map, warnings } = read(
      book(
        `${head}<row r="2">${cell('A2', 'Buy')}${cell('B2', 'Ask')}<c r="C2"><f>A2&amp;B2</f><v></v></c>${number('D2', '44878', 1)}</row>` +
          `<row r="3">${cell('A3', 'Buy')}${cell('B3', 'Ask')}<c r="C3" t="str"><f>A3&amp;B3</f><v>BuyAsk</v></c></row>`,
        { pr: '<workbookPr date1904="1"/>' },
      ),
    );
    expect(map.touchpoints.list.map(({ title }) => title)).toEqual(['BuyAsk']);
    expect(map.steps.list[0]?.description).toBe('When: 2026-11-14');
    expect(warnings).toContainEqual(
      expect.objectContaining({ row: 2, message: expect.stringMatching(/formula in column C/) }),
    );
  });
});
