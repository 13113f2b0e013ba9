/** Something in the file that was not understood, and what was done with it. */
export interface ImportWarning {
  /** As a spreadsheet numbers its rows: the first is 1, and a cell of several lines is one row. */
  readonly row: number;
  /** The column as the file calls it; null where the row as a whole is meant. */
  readonly column: string | null;
  /** The cell, or the part of it, that is meant. */
  readonly value: string;
  /** One or two sentences that also say what was kept. */
  readonly message: string;
}

/** Collects warnings; rows that lack the same cell for the same reason become one warning. */
export class WarningList {
  private readonly list: ImportWarning[] = [];
  private readonly runs = new Map<string, { first: number; last: number; consequence: string }>();

  add(row: number, column: string | null, value: string, message: string): void {
    this.list.push({ row, column, value, message });
  }

  /** A row without a cell it should have, as happens all down a sheet whose cells were merged. */
  missing(row: number, column: string, consequence: string): void {
    const run = this.runs.get(column);
    if (run && run.last === row - 1 && run.consequence === consequence) run.last = row;
    else {
      this.flush(column);
      this.runs.set(column, { first: row, last: row, consequence });
    }
  }

  /** All warnings by row. */
  sorted(): readonly ImportWarning[] {
    for (const column of [...this.runs.keys()]) this.flush(column);
    return [...this.list].sort((a, b) => a.row - b.row);
  }

  private flush(column: string): void {
    const run = this.runs.get(column);
    if (!run) return;
    this.runs.delete(column);
    const rows = run.first === run.last ? `Row ${run.first} has` : `Rows ${run.first} to ${run.last} have`;
    this.add(run.first, column, '', `${rows} no ${column.toLowerCase()}: ${run.consequence}`);
  }
}
