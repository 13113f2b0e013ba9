import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldTitle } from '../../../shared/import/cells.ts';
import { importCsv } from '../../../shared/import/csv.ts';
import { presentMap } from '../../../shared/model/presentMap.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import { countingIds } from './importing.ts';

const HEADING = [
  'Stage',
  'Step',
  'Emotion',
  'Department',
  'Visibility',
  'Touchpoint',
  'Metrics',
  'Hands off to',
  'Information',
];
const TITLE_COLUMNS = ['Stage', 'Step', 'Department', 'Touchpoint', 'Hands off to'];

/** Few titles, so that they meet; some odd, so that they hurt. */
const title = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('A', 'b', 'B ', 'Calls, asks', 'Pays; waits', 'says "no"', '=1+1', 'two\nlines', ''),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !text.includes('|')) },
);
const handsOff = fc.array(title, { maxLength: 3 }).map((titles) => titles.join(' | '));
const row = fc.tuple(
  title,
  title,
  fc.constantFrom('', '1', '-2', '7', 'sad'),
  title,
  fc.constantFrom('', 'backstage', 'sideways'),
  title,
  fc.constantFrom('', 'CSAT; churn'),
  handsOff,
  fc.constantFrom('', 'all', 'none | some', 'paper'),
);
const table = fc.array(row, { maxLength: 12 });

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csvOf = (rows: readonly (readonly string[])[], separator = ',', lineEnd = '\n') =>
  [HEADING, ...rows].map((cells) => cells.map(quote).join(separator)).join(lineEnd);

const importing = (text: string) => importCsv(text, { newId: countingIds(), clientId: 1 });

it('any text is imported or refused, and nothing throws', () => {
  const signs = fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', '|', ' ', 'a', 'Step', 'Touchpoint', '\0', '7'),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        signs,
        signs.map((text) => `Stage,Step,Touchpoint\n${text}`),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const result = importing(text);
        if (result.status === 'refused') expect(result.reason).toMatch(/\.$/);
        else expect(readMap(result.doc).stages.list.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
});

it('every title of the table is found on the map or in a warning', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const result = importing(csvOf(rows));
      if (result.status === 'refused') {
        expect(rows.flat().join('').replaceAll('|', '').trim()).toBe('');
        return;
      }
      const map = readMap(result.doc);
      const found = new Set([
        ...[map.stages, map.steps, map.lanes, map.touchpoints].flatMap(({ list }) =>
          list.map((item) => foldTitle(item.title)),
        ),
        ...result.warnings.map(({ value }) => foldTitle(value)),
      ]);
      for (const cells of rows) {
        for (const column of TITLE_COLUMNS) {
          const cell = cells[HEADING.indexOf(column)] ?? '';
          const titles = column === 'Hands off to' ? cell.split(/ \| |\n/) : [cell];
          const inCell = foldTitle(cell);
          for (const one of titles.map(foldTitle).filter(Boolean)) {
            expect(found.has(one) || found.has(inCell), `${column}: ${one}`).toBe(true);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

it('every row with a touchpoint, or a department and what it does, is one touchpoint', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const result = importing(csvOf(rows));
      const cards = rows.filter(([, , , department, , touchpoint, metrics, handsOff]) =>
        touchpoint.trim() ? true : department.trim() && (metrics || handsOff.trim()),
      ).length;
      expect(result.status === 'imported' ? readMap(result.doc).touchpoints.list.length : 0).toBe(cards);
    }),
    { numRuns: 300 },
  );
});

it('separators, line ends, quotation marks and a byte order mark do not change the map', () => {
  fc.assert(
    fc.property(
      table,
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      (rows, separator, lineEnd, mark) => {
        const bare = (cell: string) => (/["\n\r;,\t]|^\s|\s$/.test(cell) ? quote(cell) : cell);
        const unquoted = [HEADING, ...rows].map((cells) => cells.map(bare).join(separator)).join(lineEnd);
        const [one, other] = [importing(csvOf(rows)), importing((mark ? '\uFEFF' : '') + unquoted)];
        expect(other.status).toBe(one.status);
        if (one.status === 'refused' || other.status === 'refused') return;
        expect(presentMap('m', readMap(other.doc))).toEqual(presentMap('m', readMap(one.doc)));
        expect(other.warnings).toEqual(one.warnings);
      },
    ),
    { numRuns: 200 },
  );
});

it('10,000 rows take no more than a few times ten times as long as 1,000', () => {
  const lines = (count: number) =>
    Array.from(
      { length: count },
      (_, i) => `S${i % 9},"Step, ${i % 300}",D${i % 12},T${i},P${i % 50},T${i + 1} | Same`,
    );
  const time = (count: number) => {
    const text = ['Stage,Step,Department,Touchpoint,Owner,Hands off to', ...lines(count)].join('\n');
    const start = performance.now();
    expect(importing(text).status).toBe('imported');
    return performance.now() - start;
  };
  time(1000);
  // Generous, because other tests run beside this one; quadratic work would take a hundred times as long.
  expect(time(10_000)).toBeLessThan(Math.max(40 * time(1000), 3000));
});
