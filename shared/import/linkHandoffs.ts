import { cleanText, cleanTitle, foldTitle, readInformation } from './cells.ts';
import type { HandoffDraft, TouchpointDraft } from './draft.ts';
import type { HandoffCell } from './readRows.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

/** Touchpoints by folded title, each list by row. */
type ByTitle = ReadonlyMap<string, readonly TouchpointDraft[]>;

/** What the two columns are called in the file. */
export interface HandoffColumns {
  readonly handsOffTo: string;
  readonly information: string;
}

/** Links hand-offs to the touchpoints of these titles; what leads nowhere becomes a warning. */
export function linkHandoffs(
  cells: readonly HandoffCell[],
  touchpoints: readonly TouchpointDraft[],
  columns: HandoffColumns,
  warnings: WarningList,
): HandoffDraft[] {
  const byTitle = groupByTitle(touchpoints);
  return cells.flatMap((cell) => linkCell(cell, byTitle, columns, warnings));
}

function groupByTitle(touchpoints: readonly TouchpointDraft[]): ByTitle {
  const byTitle = new Map<string, TouchpointDraft[]>();
  for (const touchpoint of touchpoints) {
    const key = foldTitle(touchpoint.title);
    const group = byTitle.get(key);
    if (group) group.push(touchpoint);
    else byTitle.set(key, [touchpoint]);
  }
  return byTitle;
}

function linkCell(
  { from, titles: cell, information }: HandoffCell,
  byTitle: ByTitle,
  columns: HandoffColumns,
  warnings: WarningList,
): HandoffDraft[] {
  const titles = splitTitles(cell, byTitle);
  const infos = splitAtBars(information);
  const targets = new Set<TouchpointDraft>();
  const warn = (value: string, message: string, column = columns.handsOffTo) =>
    warnings.add(from.row, column, value, message);

  if (infos.length > titles.length && infos.slice(titles.length).some(Boolean)) {
    const extra = infos.slice(titles.length).join(' | ');
    const message = `There are more values than hand-offs; “${short(extra)}” was left out.`;
    warn(information, message, columns.information);
  } else if (infos.length === 1 && infos[0] && titles.length > 1) {
    const message = `There is one value for ${titles.length} hand-offs; it was taken for the first. Separate values with “ | ”.`;
    warn(information, message, columns.information);
  }
  return titles.flatMap((title, index) => {
    // An empty piece keeps its position, so that the values beside it stay with their hand-offs.
    if (title === '') return [];
    const to = findTarget(from, title, byTitle, warn);
    if (!to) return [];
    if (targets.has(to)) {
      warn(title, `“${short(title)}” is named twice; there is one hand-off.`);
      return [];
    }
    targets.add(to);
    return [
      { from, to, ...readCarried(infos[index] ?? '', (text, message) => warn(text, message, columns.information)) },
    ];
  });
}

/** Whether everything travels, or what does. */
function readCarried(
  cell: string,
  warn: (value: string, message: string) => void,
): Pick<HandoffDraft, 'information' | 'carries'> {
  const information = cell === '' ? null : readInformation(cell);
  if (cell === '' || information) return { information, carries: '' };
  warn(cell, `“${short(cell)}” is none of all, some and none; it was kept as the words for what travels.`);
  return { information: null, carries: cell };
}

/** Titles are separated by ` | `. Other signs separate only where every piece is a title: titles contain them, too. */
function splitTitles(cell: string, byTitle: ByTitle): readonly string[] {
  const isKnown = (title: string) => byTitle.has(foldTitle(title));
  if (isKnown(cell)) return [cleanTitle(cell)];
  return splitAtBars(cell).flatMap((piece) => {
    if (isKnown(piece)) return [piece];
    for (const separator of ['|', ';', ',']) {
      const parts = piece.split(separator).map(cleanTitle);
      if (parts.length > 1 && parts.every(isKnown)) return parts;
    }
    return [piece];
  });
}

/** Lines separate as bars do: in a spreadsheet cell both are natural. */
const splitAtBars = (cell: string): string[] =>
  cell.trim() === '' ? [] : ` ${cleanText(cell)} `.split(/(?:(?<=\s)\|(?=\s)|\n)/).map(cleanTitle);

/** The touchpoint meant by a title: the nearest below, else the nearest above, because work is handed on. */
function findTarget(
  from: TouchpointDraft,
  title: string,
  byTitle: ByTitle,
  warn: (value: string, message: string) => void,
): TouchpointDraft | null {
  const named = byTitle.get(foldTitle(title)) ?? [];
  const below = firstBelow(named, from.row);
  const above = named[below - 1] === from ? below - 2 : below - 1;
  const target = named[below] ?? named[above];
  if (!target) {
    const why =
      named.length > 0 ? 'A touchpoint cannot hand off to itself' : `No touchpoint is called “${short(title)}”`;
    warn(title, `${why}; the hand-off from “${short(from.title)}” was left out.`);
    return null;
  }
  const others = foldTitle(from.title) === foldTitle(title) ? named.length - 1 : named.length;
  if (others > 1) {
    const where = target.row > from.row ? 'the next below' : 'the nearest above';
    warn(
      title,
      `${others} touchpoints are called “${short(title)}”. The hand-off leads to ${where}, in row ${target.row}.`,
    );
  }
  return target;
}

/** Index of the first touchpoint below a row, by halving: a title may stand there ten thousand times. */
function firstBelow(named: readonly TouchpointDraft[], row: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.row ?? 0) > row) high = middle;
    else low = middle + 1;
  }
  return low;
}
