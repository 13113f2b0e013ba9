import { cleanTitle, readVisibility } from '../cells.ts';
import { type LabelMeaning, labelMeaning, namesDepartment, type RowMeaning } from './rowMeaning.ts';

/**
 * A sheet drawn as people draw journeys: steps are columns, and every row says one thing about them, named by its label
 * at the left.
 */
export interface Canvas {
  /** Where the labels stand; the steps are the columns to its right. */
  readonly labelColumn: number;
  /** What each row of the sheet means; null for one that says nothing about the steps. */
  readonly rows: readonly (RowMeaning | null)[];
  /** How many different meanings were told by their labels. */
  readonly known: number;
}

type Rows = readonly (readonly string[])[];

/** Where labels may stand: some put a wider heading at their left. */
const LABELS_WITHIN = 4;
const LOOK_AT = 300;

/** The journey a sheet draws with steps as columns; null where it does not look like one. */
export function findCanvas(sheet: Rows): Canvas | null {
  const rows = sheet.slice(0, LOOK_AT);
  let best: {
    readonly column: number;
    readonly meanings: readonly (LabelMeaning | null)[];
    readonly known: number;
  } | null = null;
  for (let column = 0; column < LABELS_WITHIN; column++) {
    const meanings = rows.map((row) => (widthOf(row) > column + 1 ? labelMeaning(row[column] ?? '') : null));
    const isDepartments = rows.some((row) => widthOf(row) > column + 1 && namesDepartment(row[column] ?? ''));
    const told = meanings.filter((meaning) => meaning !== null);
    const known = new Set(isDepartments ? [...told, 'touchpoint'] : told).size;
    if (known > (best?.known ?? 0)) best = { column, meanings, known };
  }
  if (best === null) return null;
  const { column, known } = best;
  const meanings = meaningsOf(rows, column, best.meanings);
  const top = meanings.findIndex((meaning) => meaning === 'stage' || meaning === 'step');
  if (top < 0) return null;
  const columns = new Set(
    rows.flatMap((row, index) => {
      const isName = meanings[index] === 'stage' || meanings[index] === 'step';
      return isName ? row.flatMap((cell, at) => (at > column && cell.trim() !== '' ? [at] : [])) : [];
    }),
  ).size;
  // One column alone may be a form with fields below each other; then more of its labels have to be known.
  if (known < (columns > 1 ? 2 : 3) || columns === 0) return null;
  return { labelColumn: column, rows: sheet.map((_, index) => meanings[index] ?? null), known };
}

/** What every row means with labels in this column, whatever the sheet looks like. */
export function canvasAt(sheet: Rows, labelColumn: number): Omit<Canvas, 'known'> {
  const labels = sheet.map((row) => labelMeaning(row[labelColumn] ?? ''));
  return { labelColumn, rows: meaningsOf(sheet, labelColumn, labels) };
}

function meaningsOf(rows: Rows, column: number, labels: readonly (LabelMeaning | null)[]): (RowMeaning | null)[] {
  const holds = (index: number) => (rows[index] ?? []).filter((cell, at) => at > column && cell.trim() !== '').length;
  const has = (meaning: LabelMeaning) => labels.includes(meaning);
  const firstKnown = labels.findIndex((label, index) => label !== null && holds(index) > 0);
  // Names of stages and steps often stand there without a label: whatever fills a row above the first that has one.
  const above = rows.flatMap((_, index) => (index < firstKnown && holds(index) > 1 ? [index] : []));
  const [upper, lower] = has('stage')
    ? [undefined, has('step') ? undefined : above.at(-1)]
    : has('step') || above.length < 2
      ? [above.at(-1), undefined]
      : above.slice(-2);
  const start = Math.min(...[upper, lower, firstKnown].filter((index) => index !== undefined));
  const groups = groupsOf(rows, column);
  // Departments in the row for owners, and none for departments: that is what they are.
  const ownersAreDepartments = !has('department') && ownersIn(rows, column, labels).every(namesDepartment);
  const firstAction = has('step') || lower !== undefined ? -1 : labels.indexOf('action');
  let stages = upper === undefined ? 0 : 1;
  let last: RowMeaning | null = null;
  return rows.map((row, index) => {
    if (index === upper) return 'stage';
    if (index === lower) return 'step';
    if (index < start || holds(index) === 0) {
      if (cleanTitle(row[column] ?? '') !== '') last = null;
      return null;
    }
    const label = cleanTitle(row[column] ?? '');
    if (label !== '') {
      last = rowMeaning(label, labels[index] ?? null, index === firstAction, has('touchpoint'));
      if (last === 'owner' && ownersAreDepartments) last = 'department';
      // "Backstage" at the left of "Housekeeping": what is grouped like that is what departments do.
      if (last === 'description' && labels[index] === null && readVisibility(groups[index] ?? '') !== null)
        last = 'touchpoint';
    } else last ??= 'description';
    if (last === 'stage' && ++stages > 1) last = 'description';
    return last;
  });
}

function rowMeaning(
  label: string,
  meaning: LabelMeaning | null,
  namesSteps: boolean,
  hasTouchpoints: boolean,
): RowMeaning {
  if (namesDepartment(label)) return 'touchpoint';
  if (meaning === 'action') return namesSteps ? 'step' : 'description';
  // A sheet that only says through which channel: that is what the customer touches.
  if (meaning === 'channel' && !hasTouchpoints) return 'touchpoint';
  return meaning ?? 'description';
}

/** What stands at the left of each row's label, and of those below it while nothing else does. */
export function groupsOf(rows: Rows, labelColumn: number): string[] {
  let group = '';
  return rows.map((row) => {
    group = row.slice(0, labelColumn).map(cleanTitle).filter(Boolean).at(-1) ?? group;
    return group;
  });
}

const ownersIn = (rows: Rows, column: number, labels: readonly (LabelMeaning | null)[]): string[] =>
  rows
    .flatMap((row, index) => (labels[index] === 'owner' ? row.slice(column + 1) : []))
    .filter((cell) => cell.trim() !== '');

const widthOf = (row: readonly string[]): number => row.findLastIndex((cell) => cell.trim() !== '') + 1;
