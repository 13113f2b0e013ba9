import { cleanText, cleanTitle } from './cells.ts';
import type { Column, Heading } from './columns.ts';
import { unguardFormula } from './formulas.ts';
import type { WarningList } from './warnings.ts';

const TOO_MANY =
  'This row has more cells than the heading; perhaps a separator is not in quotation marks. What is too many is in the description.';

/** One row of a table: its cells by meaning, what no column explains, and how to warn about it. */
export class Row {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
  /** Cells of unknown columns, under their names, and cells beyond the last column. */
  readonly rest: readonly string[];
  private readonly heading: Heading;
  private readonly warnings: WarningList;

  constructor(raw: readonly string[], number: number, heading: Heading, warnings: WarningList) {
    this.number = number;
    this.heading = heading;
    this.warnings = warnings;
    const known: Partial<Record<Column, string>> = {};
    const rest: string[] = [];
    const beyond: string[] = [];
    raw.forEach((cell, index) => {
      const text = unguardFormula(cleanText(cell));
      if (text === '') return;
      const name = cleanTitle(heading.cells[index] ?? '');
      const column = heading.columns[index];
      if (column) known[column] = text;
      else if (index < heading.cells.length) rest.push(name ? `${name}: ${text}` : text);
      else beyond.push(text);
    });
    if (beyond.length > 0) warnings.add(number, null, beyond.join(', '), TOO_MANY);
    this.cells = known;
    this.rest = [...rest, ...beyond];
  }

  /** A cell as a title; empty when there is none. */
  title(column: Column): string {
    return cleanTitle(this.cells[column] ?? '');
  }

  /** Whether the table has such a column at all. */
  has(column: Column): boolean {
    return this.heading.columns.includes(column);
  }

  /** A column as the file calls it. */
  nameOf(column: Column): string {
    return cleanTitle(this.heading.cells[this.heading.columns.indexOf(column)] ?? '') || column;
  }

  /** A cell as it is kept in words: "Emotion: annoyed". */
  inWords(column: Column): string {
    return `${this.nameOf(column)}: ${this.cells[column] ?? ''}`;
  }

  warn(column: Column | null, message: string): void {
    const value = column ? (this.cells[column] ?? '') : '';
    this.warnings.add(this.number, column && this.nameOf(column), value, message);
  }

  /** Warns that a cell was not understood, and what follows from that. */
  odd(column: Column, consequence: string): void {
    this.warn(column, `“${short(this.cells[column] ?? '')}” was not understood. ${consequence}`);
  }

  /** Warns of a cell that is not there though the table has its column. */
  missing(column: Column, consequence: string): void {
    if (this.has(column)) this.warnings.missing(this.number, this.nameOf(column), consequence);
  }

  /** Warns of words that found no place. */
  homeless(text: string): void {
    this.warnings.add(this.number, null, text, `“${short(text)}” has no place on the map.`);
  }
}

/** Enough of a text to recognize it in a sentence. */
export const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/\s+/g, ' ');
