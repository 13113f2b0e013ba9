import { cleanText, cleanTitle } from '../cells.ts';
import { columnLetters } from '../columnLetters.ts';
import { unguardFormula } from '../formulas.ts';
import type { WarningList } from '../warnings.ts';
import { type Canvas, groupsOf } from './findCanvas.ts';
import type { RowMeaning } from './rowMeaning.ts';

/** A cell of the sheet with something in it. */
export interface CanvasCell {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  /** The name of its row. */
  readonly label: string;
  readonly text: string;
}

/** A drawn journey to be asked by column and meaning. */
export class CanvasSheet {
  readonly rows: readonly (readonly string[])[];
  readonly labelColumn: number;
  readonly meanings: readonly (RowMeaning | null)[];
  readonly labels: readonly string[];
  /** What stands at the left of each row's label. */
  readonly groups: readonly string[];
  readonly #warnings: WarningList;

  constructor(
    rows: readonly (readonly string[])[],
    { labelColumn, rows: meanings }: Pick<Canvas, 'labelColumn' | 'rows'>,
    warnings: WarningList,
  ) {
    this.rows = rows;
    this.labelColumn = labelColumn;
    this.meanings = rows.map((_, index) => meanings[index] ?? null);
    this.groups = groupsOf(rows, labelColumn);
    this.#warnings = warnings;
    let label = '';
    this.labels = rows.map((row) => {
      // A row without a label goes on with the one above, as merged cells do.
      label = cleanTitle(row[labelColumn] ?? '') || label;
      return label;
    });
  }

  /** The filled cells of a column whose rows mean this. */
  cells(column: number, meaning: RowMeaning): CanvasCell[] {
    return this.meanings.flatMap((one, row) => {
      const text = one === meaning ? this.text(row, column) : '';
      return text === '' ? [] : [{ row: row + 1, label: this.labels[row] ?? '', text }];
    });
  }

  /** Whether a column says nothing, apart from what stands in rows that mean this. */
  isEmpty(column: number, except?: RowMeaning): boolean {
    return this.meanings.every(
      (meaning, row) => meaning === null || meaning === except || this.text(row, column) === '',
    );
  }

  text(row: number, column: number): string {
    return unguardFormula(cleanText(this.rows[row]?.[column] ?? ''));
  }

  /** `row` as a spreadsheet numbers it. */
  warn(row: number, column: number, value: string, message: string): void {
    this.#warnings.add(row, columnLetters(column), value, `Column ${columnLetters(column)}: ${message}`);
  }

  /** Says something of the first row that means this, as a whole. */
  warnRow(meaning: RowMeaning, message: string): void {
    const at = this.meanings.indexOf(meaning);
    this.#warnings.add(at + 1, this.labels[at] ?? null, '', message);
  }

  /** What stands above the steps, and rows below that were left out, which is said. */
  preface(): string[] {
    const top = this.meanings.findIndex((meaning) => meaning !== null);
    return this.rows.flatMap((row, index) => {
      const words = row.map(cleanTitle).filter(Boolean).join(', ');
      if (this.meanings[index] !== null || words === '') return [];
      if (index < top) return [words];
      // A label alone is a heading for the rows below it.
      const isHeading = row.every((cell, at) => at <= this.labelColumn || cell.trim() === '');
      const shown = words.length > 80 ? `${words.slice(0, 79)}…` : words;
      if (!isHeading) this.#warnings.add(index + 1, null, words, `This row was left out: “${shown}”.`);
      return [];
    });
  }
}

/** What a cell lists: a line each, with or without the signs that lists begin with, or parted by semicolons. */
export const entriesOf = (text: string): string[] =>
  text
    .split(/[\n;]/)
    .map((line) => cleanTitle(line).replace(/^([-*•–▪◦·]|\d{1,2}[.)]) +/, ''))
    .filter(Boolean);
