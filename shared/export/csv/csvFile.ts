import { guardFormula } from '../../import/formulas.ts';

/** Rows as a CSV file: RFC 4180 with the mark by which spreadsheets know UTF-8. No cell can become a formula. */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  // Half a surrogate pair cannot be written as UTF-8.
  const cell = guardFormula(text.replace(/\p{Surrogate}/gu, '\ufffd').replaceAll('\0', ''));
  return /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
