/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';
import { type Heading, headingOf } from './columns.ts';

/** Rows of cells, with the row that names the columns found. */
export interface Table {
  readonly heading: Heading;
  /** All rows of the file, those above the heading included, so that an index plus one is a spreadsheet's row number. */
  readonly rows: readonly (readonly string[])[];
}

/** A text as rows of cells. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[];
  /** Indexes of rows where a quotation mark was opened and not closed properly; it was read as an ordinary character. */
  readonly oddQuotes: readonly number[];
}

const DELIMITERS = [',', ';', '\t'] as const;
const LOOK_AT = 20;
/** Every repair parses the file once more. A file with more broken quotes than this is read with all quotes as text. */
const MOST_REPAIRS = 40;

/** Reads a text as a table, or null when no separator yields a row with names of columns we know. */
export function parseTable(text: string): (Table & TextTable) | null {
  const { body, declared } = declaredDelimiter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  // The names of the columns tell the separator more surely than counting commas, of which sentences have plenty.
  const best = (declared ? [declared] : DELIMITERS)
    .map((delimiter) => ({ delimiter, heading: headingOf(parse(body, delimiter, { preview: LOOK_AT }).data) }))
    .filter((found): found is { delimiter: string; heading: Heading } => found.heading !== null)
    .sort((a, b) => b.heading.known - a.heading.known)[0];
  if (!best) return null;
  const { rows, oddQuotes } = parseAll(body, best.delimiter);
  return { heading: best.heading, rows, oddQuotes };
}

/** A text as rows, whatever its columns are called: split by the sign that gives most rows the same number of cells. */
export function anyTable(text: string): TextTable {
  const { body, declared } = declaredDelimiter(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const known = parseTable(text);
  if (known) return known;
  const even = (delimiter: string) => {
    const widths = parse(body, delimiter, { preview: LOOK_AT }).data.map((row) => row.length);
    const usual = widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 1;
    return usual < 2 ? 0 : widths.filter((width) => width === usual).length * usual;
  };
  const [best = ','] = declared ? [declared] : DELIMITERS.toSorted((a, b) => even(b) - even(a));
  return parseAll(body, best);
}

/** Excel's own first line `sep=;` names the separator; Excel shows the file without it, so rows are counted without it. */
function declaredDelimiter(text: string): { body: string; declared: string | null } {
  const line = /^"?sep=([,;\t])"?\n/i.exec(text);
  return line ? { body: text.slice(line[0].length), declared: line[1] ?? null } : { body: text, declared: null };
}

const parse = (text: string, delimiter: string, more: { preview?: number; quoteChar?: string } = {}) =>
  Papa.parse(text, { delimiter, newline: '\n', ...more });

/**
 * One quotation mark too many swallows the rest of a file. So where the parser finds one that is never closed, or
 * closed in the middle of a cell, that mark is taken for an ordinary character and the file is read again.
 */
function parseAll(text: string, delimiter: string): TextTable {
  const standIn = unusedCharacter(text);
  const restore = (rows: readonly string[][]) =>
    rows.map((row) => (row.some((cell) => cell.includes(standIn)) ? row.map((c) => c.replaceAll(standIn, '"')) : row));
  let repaired = text;
  for (let repairs = 0; repairs <= MOST_REPAIRS; repairs++) {
    const { data, errors } = parse(repaired, delimiter);
    const bad = errors.find((error) => error.type === 'Quotes')?.index;
    if (bad === undefined) return { rows: restore(data), oddQuotes: rowsWith(data, standIn) };
    repaired = `${repaired.slice(0, bad - 1)}${standIn}${repaired.slice(bad)}`;
  }
  const { data } = parse(text, delimiter, { quoteChar: standIn });
  return { rows: data, oddQuotes: rowsWith(data, '"') };
}

const rowsWith = (rows: readonly string[][], character: string): number[] =>
  rows.flatMap((row, index) => (row.some((cell) => cell.includes(character)) ? [index] : []));

/** A character of the private use area that the text does not contain. */
function unusedCharacter(text: string): string {
  let code = 0xe000;
  while (code < 0xf8ff && text.includes(String.fromCharCode(code))) code++;
  return String.fromCharCode(code);
}
