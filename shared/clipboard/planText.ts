/// <reference path="../import/papaparse.d.ts" />
import Papa from 'papaparse';
import { cleanText, cleanTitle } from '../import/cells.ts';
import { type Column, headingOf } from '../import/columns.ts';
import { unguardFormula } from '../import/formulas.ts';
import { readNumber } from '../import/readNumber.ts';
import { MEMBER_LIMIT, WORD_LIMIT } from '../model/fields.ts';
import { outlineOf } from '../model/outline.ts';
import type { ItemRef, Place } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { cutTitle } from '../model/titles.ts';
import { PasteDraft, type PastePlan } from './pasteDraft.ts';

const refused = (reason: string): PastePlan => ({ status: 'refused', reason });
const NO_CELL = 'Add a step and a department first, then paste into them.';

/**
 * What pasting a text adds: a table with names of columns we know becomes touchpoints where it says, another table
 * becomes cards cell by cell, and lines become cards from the given cell on along the steps. Text stays text.
 */
export function planText(map: MapSnapshot, text: string, at: Place | null, newId: () => string): PastePlan {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const draft = new PasteDraft(map, newId);
  const rows = body.includes('\t') ? Papa.parse(body.trimEnd(), { delimiter: '\t', newline: '\n' }).data : null;
  const heading = rows && headingOf(rows.slice(0, 5));
  let select: readonly ItemRef[] | null;
  if (rows && heading) {
    const added = addRows(draft, rows.slice(heading.index + 1), heading.columns, at);
    if (added.homeless.length > 0) return refused(noPlaceFor(added.homeless));
    select = added.select;
  } else select = at && addGrid(draft, rows ?? linesOf(body).map((line) => [line]), at, rows === null);
  if (select === null) return refused(NO_CELL);
  if (draft.items.length === 0) return refused('There is nothing to paste.');
  return draft.plan(select);
}

/** Lines without the signs that lists begin their lines with. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/)
    .map((line) => cleanTitle(line).replace(/^([-*•–]|\d{1,3}[.)]|\[[ xX]?\]) +/, ''))
    .filter(Boolean);

/** One row is one touchpoint; stages, steps and departments it names are found or made. */
function addRows(
  draft: PasteDraft,
  rows: readonly (readonly string[])[],
  columns: readonly (Column | null)[],
  at: Place | null,
): { readonly select: readonly ItemRef[]; readonly homeless: readonly string[] } {
  const select: ItemRef[] = [];
  const homeless: string[] = [];
  const made = new Map<string, string>();
  const handoffs: { readonly from: string; readonly to: string }[] = [];
  for (const row of rows) {
    if (draft.isTooMuch) break;
    const cell = (column: Column) => unguardFormula(cleanText(row[columns.indexOf(column)] ?? ''));
    const title = cleanTitle(cell('touchpoint'));
    const [stageName, stepName, laneName] = [cell('stage'), cell('step'), cell('department')].map(cleanTitle);
    if (!title && !stageName && !stepName) continue;
    const stage = stageName ? draft.stage(draft.name(stageName)) : null;
    const step = stepName ? draft.step(stepName, stage) : at?.step;
    const lane = laneName ? draft.lane(draft.name(laneName)) : at?.lane;
    if (title && !(step && lane)) homeless.push(title);
    if (!title || !step || !lane) continue;
    const owner = cleanTitle(cell('owner'));
    const channel = cleanTitle(cell('channel'));
    const systems = [
      ...new Set(
        cell('systems')
          .split(/[|;\n]/)
          .map(cleanTitle)
          .filter(Boolean),
      ),
    ];
    // What is longer than its field goes on in words, as in an import.
    const tooLongWords = [
      ...(channel.length > WORD_LIMIT ? [`Channel: ${channel}`] : []),
      ...systems.filter((system) => system.length > MEMBER_LIMIT).map((system) => `System: ${system}`),
    ];
    const ref = draft.card({ step, lane }, title, {
      description: [cell('description'), ...tooLongWords].filter(Boolean).join('\n'),
      channel: channel.length > WORD_LIMIT ? '' : channel,
      owner: owner ? draft.person(draft.name(owner)) : null,
      systems: systems.filter((system) => system.length <= MEMBER_LIMIT),
      customersPerMonth: amount(cell('customersPerMonth')),
      costEach: amount(cell('costEach')),
      moneyEach: amount(cell('moneyEach')),
    });
    select.push(ref);
    if (ref.kind !== 'touchpoint') continue;
    if (!made.has(title)) made.set(title, ref.id);
    const next = cell('handsOffTo')
      .split(/[|;\n]/)
      .map(cleanTitle)
      .filter(Boolean);
    for (const to of new Set(next)) handoffs.push({ from: ref.id, to });
  }
  // Hand-offs lead to rows of the same table; elsewhere a name may stand for any of several.
  for (const { from, to } of handoffs) {
    const end = made.get(to);
    if (end && end !== from) draft.add('handoff', { from, to: end });
  }
  return { select, homeless };
}

/** A table may leave out where its cards belong; then a cell says it. Nothing of it is dropped in silence. */
function noPlaceFor([first = '', ...others]: readonly string[]): string {
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const [have, they] = others.length > 0 ? ['have', 'they'] : ['has', 'it'];
  const name = first.length > 60 ? `${cutTitle(first, 60).title}…` : first;
  return `“${name}”${more} ${have} no step or no department, so nothing was pasted. Select the cell ${they} should go into first, or add these columns.`;
}

/** Columns go along the steps, rows along the lanes; what is beyond the last goes into the last. */
function addGrid(
  draft: PasteDraft,
  rows: readonly (readonly string[])[],
  at: Place,
  isList: boolean,
): readonly ItemRef[] | null {
  const { steps, lanes } = outlineOf(draft.map);
  const column = steps.findIndex(({ id }) => id === at.step);
  const row = lanes.findIndex(({ id }) => id === at.lane);
  if (column < 0 || row < 0) return null;
  return rows.flatMap((cells, y) =>
    cells.flatMap((cell, x): ItemRef[] => {
      if (draft.isTooMuch) return [];
      const [right, down] = isList ? [y, 0] : [x, y];
      const step = steps[Math.min(column + right, steps.length - 1)];
      const lane = lanes[Math.min(row + down, lanes.length - 1)];
      const text = unguardFormula(cleanTitle(cell));
      if (!text || !step || !lane) return [];
      return [draft.captured({ step: step.id, lane: lane.id }, text)];
    }),
  );
}

function amount(cell: string): number | null {
  const value = cell === '' ? null : readNumber(cell);
  return value !== null && value >= 0 ? value : null;
}
