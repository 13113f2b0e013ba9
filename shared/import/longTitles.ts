import { cutTitle, TITLE_LIMIT_WORDS } from '../model/titles.ts';
import type { Draft } from './draft.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

const INTO_DESCRIPTION = `This title is longer than ${TITLE_LIMIT_WORDS}: what is more is in the description.`;
const INTO_MAP = `This name is longer than ${TITLE_LIMIT_WORDS}: what is more is in the description of the map.`;

/** Cuts titles that nobody would call titles; what they lose goes into the description, and is told row by row. */
export function shortenTitles(draft: Draft, warnings?: WarningList): void {
  for (const item of [...draft.steps, ...draft.touchpoints]) {
    const { title, rest } = cutTitle(item.title);
    if (rest === '') continue;
    warnings?.add(rowOf(draft, item), null, short(item.title), INTO_DESCRIPTION);
    item.title = title;
    const lines = [...item.description];
    item.description.clear();
    for (const line of [rest, ...lines]) item.description.add(line);
  }
  for (const item of [...draft.stages, ...draft.lanes]) {
    const { title, rest } = cutTitle(item.title);
    if (rest === '') continue;
    warnings?.add(rowOf(draft, item), null, short(item.title), INTO_MAP);
    item.title = title;
    draft.preface.push(`${short(title)} ${rest}`);
  }
}

/** The first row that speaks of it, as far as that is known. */
function rowOf({ touchpoints }: Draft, item: object): number {
  const rows = touchpoints.flatMap((touchpoint) => {
    const { row, step, lane } = touchpoint;
    return touchpoint === item || step === item || lane === item || step.stage === item ? [row] : [];
  });
  return rows.length > 0 ? Math.min(...rows) : 1;
}
