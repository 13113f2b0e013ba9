import { cutTitle, TITLE_LIMIT_WORDS } from '../model/titles.ts';
import type { Draft } from './draft.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

const INTO_DESCRIPTION = `This title is longer than ${TITLE_LIMIT_WORDS}: what is more is in the description.`;
const INTO_MAP = `This name is longer than ${TITLE_LIMIT_WORDS}: what is more is in the description of the map.`;

/** Cuts titles that nobody would call titles; what they lose goes into the description, and is told row by row. */
export function shortenTitles(draft: Draft, warnings?: WarningList): void {
  const rowOf = firstRows(draft);
  for (const item of [...draft.steps, ...draft.touchpoints]) {
    const { title, rest } = cutTitle(item.title);
    if (rest === '') continue;
    warnings?.add(rowOf.get(item) ?? 1, null, short(item.title), INTO_DESCRIPTION);
    item.title = title;
    const lines = [...item.description];
    item.description.clear();
    for (const line of [rest, ...lines]) item.description.add(line);
  }
  for (const item of [...draft.stages, ...draft.lanes]) {
    const { title, rest } = cutTitle(item.title);
    if (rest === '') continue;
    warnings?.add(rowOf.get(item) ?? 1, null, short(item.title), INTO_MAP);
    item.title = title;
    draft.preface.push(`${short(title)} ${rest}`);
  }
}

/** The first row that speaks of each thing, as far as that is known. */
function firstRows({ touchpoints }: Draft): ReadonlyMap<object, number> {
  const rows = new Map<object, number>();
  for (const touchpoint of touchpoints) {
    const { row, step, lane } = touchpoint;
    for (const item of [touchpoint, step, lane, step.stage]) rows.set(item, Math.min(row, rows.get(item) ?? row));
  }
  return rows;
}
