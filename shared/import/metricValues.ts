/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import type { MetricId } from '../model/ids.ts';
import type { Metric } from '../model/records.ts';
import { foldTitle } from './cells.ts';
import { readDay } from './readDay.ts';
import { readNumber } from './readNumber.ts';

export interface PastedValue {
  readonly metric: MetricId;
  readonly date: string;
  readonly value: number;
}

export interface PastedValues {
  readonly values: readonly PastedValue[];
  /** What could not be understood, in sentences. */
  readonly problems: readonly string[];
}

/** A metric as a pasted table may name it: by its name alone, or with what it is measured at. */
export interface NamedMetric {
  readonly metric: Pick<Metric, 'id' | 'title'>;
  readonly place: string;
}

const MOST_CELLS = 20_000;
const MOST_PROBLEMS = 8;

/**
 * Reads a table of values as it is copied from a spreadsheet, in one of its three usual shapes: days down and metrics
 * across, metrics down and days across, or one row a value (metric, day, value). Empty cells are no values.
 */
export function readMetricValues(text: string, metrics: readonly NamedMetric[]): PastedValues {
  const rows = cellsOf(text);
  if (rows.length === 0) return { values: [], problems: ['Paste a table with the days and the names of metrics.'] };
  if (rows.reduce((sum, row) => sum + row.length, 0) > MOST_CELLS)
    return { values: [], problems: [`At most ${MOST_CELLS.toLocaleString('en')} cells are taken at once.`] };
  const namesOf = finder(metrics);
  const problems: string[] = [];
  const values =
    longRows(rows, namesOf, problems) ?? wideRows(rows, namesOf, problems) ?? wideRows(turned(rows), namesOf, problems);
  if (!values) return { values: [], problems: ['No row or column of days was found. Write days like 2026-11-14.'] };
  const more = problems.length - MOST_PROBLEMS;
  return {
    values,
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `And ${more} more cells.`] : problems,
  };
}

type Finder = (name: string) => NamedMetric | 'unknown' | 'several';

function finder(metrics: readonly NamedMetric[]): Finder {
  const byName = new Map<string, NamedMetric[]>();
  for (const named of metrics) {
    const { title } = named.metric;
    for (const name of new Set([title, `${title} ${named.place}`, `${named.place} ${title}`].map(fold))) {
      byName.set(name, [...(byName.get(name) ?? []), named]);
    }
  }
  return (name) => {
    const found = byName.get(fold(name)) ?? [];
    return found.length > 1 ? 'several' : (found[0] ?? 'unknown');
  };
}

/** "CSAT (Welcome call)", "CSAT, Welcome call" and "Welcome call: CSAT" name the same metric. */
const fold = (name: string) => foldTitle(name.replace(/[(),:;/\u00b7-]+/g, ' '));

function cellsOf(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').trim();
  if (lines === '') return [];
  // What a spreadsheet copies is separated by tabs; a file by one of the others.
  const delimiter = lines.includes('\t') ? '\t' : lines.includes(';') ? ';' : ',';
  const { data } = Papa.parse(lines, { delimiter, newline: '\n' });
  return data.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
}

/** One row a value. Its second column is of days, which none of the other shapes has. */
function longRows(rows: readonly string[][], nameOf: Finder, problems: string[]): PastedValue[] | null {
  const body = readDay(rows[0]?.[1] ?? '') === null ? rows.slice(1) : rows;
  const isLong = body.length > 0 && body.every((row) => row.length >= 3 && readDay(row[0] ?? '') === null);
  if (!isLong || !body.every((row) => readDay(row[1] ?? '') !== null)) return null;
  // Two days in a row of the first line are days across.
  if (rows === body && readDay(body[0]?.[2] ?? '') !== null) return null;
  return body.flatMap(([name = '', date = '', cell = '']) => {
    const found = nameOf(name);
    if (typeof found === 'string') {
      problems.push(unknownName(name, found));
      return [];
    }
    return readValue(found, readDay(date) ?? '', cell, problems);
  });
}

/** Days down the first column, names across the first row. */
function wideRows(rows: readonly string[][], nameOf: Finder, problems: string[]): PastedValue[] | null {
  const [head = [], ...body] = rows;
  const dated = body.filter((row) => readDay(row[0] ?? '') !== null);
  if (dated.length === 0 || dated.length * 2 < body.length) return null;
  for (const row of body) if (!dated.includes(row)) problems.push(`“${row[0] ?? ''}” is not a day.`);
  return head.flatMap((name, column) => {
    if (column === 0 || name === '') return [];
    const found = nameOf(name);
    if (typeof found === 'string') {
      problems.push(unknownName(name, found));
      return [];
    }
    return dated.flatMap((row) => readValue(found, readDay(row[0] ?? '') ?? '', row[column] ?? '', problems));
  });
}

function readValue({ metric }: NamedMetric, date: string, cell: string, problems: string[]): PastedValue[] {
  if (/^([-–—]|n\/?a)?$/i.test(cell)) return [];
  const value = readNumber(cell);
  if (value !== null) return [{ metric: metric.id, date, value }];
  problems.push(`“${cell}” of ${metric.title} is not a number.`);
  return [];
}

const unknownName = (name: string, why: 'unknown' | 'several'): string =>
  why === 'unknown'
    ? `There is no metric “${name}” on the map.`
    : `Several metrics are called “${name}”. Add where each is measured: “${name} (Welcome call)”.`;

const turned = (rows: readonly string[][]): string[][] => {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
};
