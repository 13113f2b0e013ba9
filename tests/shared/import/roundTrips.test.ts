import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { changeItems } from '../../../shared/commands/changeItems.ts';
import { paintCsv } from '../../../shared/export/csv/paintCsv.ts';
import { paintJson } from '../../../shared/export/json/paintJson.ts';
import { paintMermaid } from '../../../shared/export/mermaid/paintMermaid.ts';
import { paintXlsx } from '../../../shared/export/xlsx/paintXlsx.ts';
import { findGaps } from '../../../shared/gaps/findGaps.ts';
import { importFile, importText } from '../../../shared/import/importFile.ts';
import { newMapDoc } from '../../../shared/model/mapDoc.ts';
import type { MapJson } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { sampleMap } from '../../../shared/samples/index.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { must } from '../../support/mapBuilder.ts';
import { randomFrom } from '../../support/random.ts';
import { runRandom } from '../../support/randomCommands.ts';
import { cardsIn, countingIds } from './importing.ts';

const today = '2026-11-14';

/** Maps with every kind of item and every field, as people leave them, and maps as no command makes them. */
const acted = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed): Y.Doc => {
  const random = randomFrom(seed);
  const doc = newMapDoc('Any <map> & "all"', 1);
  const newId = countingIds();
  for (let i = 0; i < 150; i++) runRandom(doc, random, newId, 'test');
  return doc;
});
const maps = fc
  .oneof(acted, arbitraryMap)
  // A document prints as thousands of lines.
  .map((doc) => Object.assign(doc, { [fc.toStringMethod]: () => jsonOf(doc).slice(0, 400) }));

function imported(file: Uint8Array | string): Y.Doc {
  const options = { newId: countingIds(), clientId: 2 };
  const result = typeof file === 'string' ? importText(file, options) : importFile(file, options);
  if (result.status === 'refused') throw new Error(result.reason);
  return result.doc;
}

const xlsxOf = (doc: Y.Doc) => {
  const map = readMap(doc);
  return paintXlsx(map, findGaps(map, today), { date: today });
};
const jsonOf = (doc: Y.Doc) => paintJson(readMap(doc));
const csvOf = (doc: Y.Doc) => paintCsv(readMap(doc));

/** The rows of a table without an order: a table names personas and hand-offs in the order of its rows, not the map's. */
const rowsOf = (csv: string): readonly string[] =>
  Papa.parse(csv, { delimiter: ',', newline: '\r\n' })
    .data.map((row) => JSON.stringify(row.map((cell) => cell.split(' | ').sort().join(' | '))))
    .sort();

describe('a map that is exported, imported and exported again', () => {
  it('gives the same JSON file, and reads as the same map', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const first = jsonOf(doc);
        expect(jsonOf(imported(first))).toBe(first);
      }),
      { numRuns: 60 },
    );
  });
  it('gives the same Excel workbook', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const first = xlsxOf(doc);
        const again = imported(first);
        // An answer that says "open" is the same as none.
        const answers = ({ gapStates, ...rest }: MapJson) => ({
          ...rest,
          gapStates: gapStates.filter(({ answer }) => answer.status !== 'open'),
        });
        expect(answers(JSON.parse(jsonOf(again)))).toEqual(answers(JSON.parse(jsonOf(doc))));
        expect(Buffer.compare(xlsxOf(again), first)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
  it('gives the same CSV rows once a table is all it holds', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const table = csvOf(doc);
        const result = importText(table, { newId: countingIds(), clientId: 2 });
        if (result.status === 'refused') return;
        const first = csvOf(result.doc);
        expect(rowsOf(csvOf(imported(first)))).toEqual(rowsOf(first));
      }),
      { numRuns: 100 },
    );
  });
  it('keeps stages, steps, feelings and departments as a Mermaid journey', () => {
    fc.assert(
      fc.property(maps, (doc) => {
        const result = importText(paintMermaid(readMap(doc)), { newId: countingIds(), clientId: 2 });
        if (result.status === 'refused') return;
        const first = paintMermaid(readMap(result.doc));
        expect(paintMermaid(readMap(imported(first)))).toBe(first);
      }),
      { numRuns: 60 },
    );
  });
  it('loses nothing of the sample map in JSON and Excel', () => {
    const doc = sampleMap('broadband', { newId: countingIds(), today, clientId: 1 });
    expect(jsonOf(imported(jsonOf(doc)))).toBe(jsonOf(doc));
    expect(jsonOf(imported(xlsxOf(doc)))).toBe(jsonOf(doc));
  });
  it('loses no touchpoint, hand-off or owner of the sample map in CSV', () => {
    const doc = sampleMap('broadband', { newId: countingIds(), today, clientId: 1 });
    const told = (map: MapSnapshot) => {
      const title = (id: string | null) => map.touchpoints.get(id ?? '')?.title;
      return {
        cards: cardsIn(map).sort(),
        owners: map.touchpoints.list.map(({ title, owner }) => `${title}: ${map.people.get(owner ?? '')?.name}`).sort(),
        handoffs: map.handoffs.list.map(({ from, to }) => `${title(from)} > ${title(to)}`).sort(),
        feelings: map.steps.list.map(({ title, emotions }) => `${title}: ${emotions.map(({ value }) => value)}`).sort(),
      };
    };
    expect(told(readMap(imported(csvOf(doc))))).toEqual(told(readMap(doc)));
  });
});

describe('cells that begin like a formula', () => {
  it.each(['=1+1', '+cmd', '-2 days', '@sum', "'=quoted", "it's", '\uff1dwide', "''@"])(
    '%s stays text in CSV and comes back',
    (title) => {
      const doc = imported('Stage,Step,Department,Touchpoint\nA,B,C,D\n');
      must(doc, changeItems, {
        kind: 'touchpoint',
        ids: [readMap(doc).touchpoints.list[0]?.id ?? ''],
        fields: { title },
      });
      const table = csvOf(doc);
      const cells = table.split('\r\n').flatMap((line) => line.replaceAll('"', '').split(','));
      expect(cells.filter((cell) => /^\s*[=+\-@\uff1d]/.test(cell))).toEqual([]);
      expect(readMap(imported(table)).touchpoints.list[0]?.title).toBe(title);
    },
  );
});
