import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetricValues } from '../../../shared/import/metricValues.ts';
import { readDay } from '../../../shared/import/readDay.ts';
import { readNumber } from '../../../shared/import/readNumber.ts';
import { idOf } from '../../../shared/model/ids.ts';

const named = (id: string, title: string, place = '') => ({ metric: { id: idOf<'metric'>(id), title }, place });
const metrics = [
  named('nps', 'NPS'),
  named('csat1', 'CSAT', 'Welcome call'),
  named('csat2', 'CSAT', 'Engineer visit'),
  named('aht', 'Average handling time', 'Status line'),
];
const read = (text: string) => {
  const { values, problems } = readMetricValues(text, metrics);
  return { values: values.map(({ metric, date, value }) => `${metric} ${date} ${value}`), problems };
};

describe('a table of values as it is copied from a spreadsheet', () => {
  it('days down, metrics across', () => {
    expect(read('Month\tNPS\tCSAT (Welcome call)\n2026-09-01\t12\t4.2\n01.10.2026\t\t4,4')).toEqual({
      values: ['nps 2026-09-01 12', 'csat1 2026-09-01 4.2', 'csat1 2026-10-01 4.4'],
      problems: [],
    });
  });

  it('metrics down, days across', () => {
    expect(read(';Sep 2026;Oct 2026\nNPS;12;-3\nStatus line: Average handling time;7.1 min;7.2 min')).toEqual({
      values: ['nps 2026-09-01 12', 'nps 2026-10-01 -3', 'aht 2026-09-01 7.1', 'aht 2026-10-01 7.2'],
      problems: [],
    });
  });

  it('one row a value, with or without a heading', () => {
    const rows = 'NPS,2026-09-01,12\nNPS,2026-10-01,14';
    const values = ['nps 2026-09-01 12', 'nps 2026-10-01 14'];
    expect(read(rows)).toEqual({ values, problems: [] });
    expect(read(`Metric,Date,Value\n${rows}`)).toEqual({ values, problems: [] });
  });

  it('says what it does not understand and takes the rest', () => {
    expect(read('Day\tNPS\tCSAT\tChurn\n2026-09-01\tmany\t4\t1\n2026-10-01\t9\t4\t1')).toEqual({
      values: ['nps 2026-10-01 9'],
      problems: [
        '“many” of NPS is not a number.',
        'Several metrics are called “CSAT”. Add where each is measured: “CSAT (Welcome call)”.',
        'There is no metric “Churn” on the map.',
      ],
    });
    expect(read('a,b\nc,d').problems).toEqual(['No row or column of days was found. Write days like 2026-11-14.']);
    expect(read('  ').values).toEqual([]);
  });

  it('never throws, and gives sound values only, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('NPS', '2026-01-01', '7')))),
        (rows) => {
          const { values } = readMetricValues(rows.map((row) => row.join('\t')).join('\n'), metrics);
          for (const { date, value } of values) {
            expect(readDay(date)).toBe(date);
            expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });
});

it.each([
  ['2026-11-14', '2026-11-14'],
  ['2026-11', '2026-11-01'],
  ['14.11.2026', '2026-11-14'],
  ['3/11/2026', '2026-11-03'],
  ['11/14/2026', '2026-11-14'],
  ['Nov 2026', '2026-11-01'],
  ['14 November 2026', '2026-11-14'],
  ['Nov 14, 2026', '2026-11-14'],
  ['Q3 2026', '2026-07-01'],
  ['31.02.2026', null],
  ['12', null],
  ['2026', null],
])('the day %s is %s', (cell, day) => expect(readDay(cell)).toBe(day));

it.each([
  ['71%', 71],
  ['−3,5', -3.5],
  ['1,200.50', 1200.5],
  ['£12k', 12_000],
  ['7.5 min', 7.5],
  ['1 200', 1200],
  ['n/a', null],
  ['', null],
])('the number %s is %s', (cell, value) => expect(readNumber(cell)).toBe(value));
