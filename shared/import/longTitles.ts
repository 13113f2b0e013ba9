import { cutTitle, TITLE_LIMIT_WORDS } from '../model/titles.ts';
import { type Draft, firstRows } from './draft.ts';
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
    putFirst(item.description, rest);
  }
  for (const item of [...draft.stages, ...draft.lanes]) {
    const { title, rest } = cutTitle(item.title);
    if (rest === '') continue;
    warnings?.add(rowOf.get(item) ?? 1, null, short(item.title), INTO_MAP);
    item.title = title;
    draft.preface.push(`${short(title)} ${rest}`);
  }
  for (const item of [...draft.people, ...draft.personas]) {
    const { title: name, rest } = cutTitle(item.name);
    if (rest === '') continue;
    warnings?.add(rowOf.get(item) ?? 1, null, short(item.name), INTO_MAP);
    item.name = name;
    draft.preface.push(`${short(name)} ${rest}`);
  }
  for (const item of [...draft.steps, ...draft.touchpoints]) {
    item.metrics.forEach((metric, index) => {
      const { title, rest } = cutTitle(metric.title);
      if (rest === '') return;
      warnings?.add(rowOf.get(item) ?? 1, null, short(metric.title), INTO_DESCRIPTION);
      item.metrics[index] = { ...metric, title };
      item.description.add(`${short(title)} ${rest}`);
    });
  }
}

function putFirst(lines: Set<string>, line: string): void {
  const others = [...lines];
  lines.clear();
  for (const one of [line, ...others]) lines.add(one);
}
