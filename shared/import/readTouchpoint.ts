import { MEMBER_LIMIT, WORD_LIMIT } from '../model/fields.ts';
import { cleanTitle, readAmount } from './cells.ts';
import type { LaneDraft, PersonDraft, StepDraft, TouchpointDraft } from './draft.ts';
import type { Row } from './row.ts';

const MOST = 1e15;

/** Columns that describe a touchpoint and mean nothing for a step. */
const DETAILS = ['channel', 'owner', 'systems', 'customersPerMonth', 'costEach', 'moneyEach'] as const;
const WORK = [...DETAILS, 'metrics', 'description', 'handsOffTo'] as const;

/** Whether the department of a row does something at its step: it says what, or any detail of it. */
export function isAtWork(row: Row): boolean {
  if (row.cells.touchpoint || !row.has('touchpoint')) return true;
  if (WORK.some((column) => row.cells[column])) return true;
  row.missing('touchpoint', 'the department has its lane, and nothing in it at this step.');
  return false;
}

/** The touchpoint of a row. Without a name it is called like its step. */
export function readTouchpoint(row: Row, step: StepDraft, lane: LaneDraft, owner: PersonDraft | null): TouchpointDraft {
  const title = row.title('touchpoint');
  if (title === '') row.missing('touchpoint', 'what the department does there is named like the step.');
  const channel = row.title('channel');
  const systems = (row.cells.systems ?? '')
    .split(/[|;\n]/)
    .map(cleanTitle)
    .filter(Boolean);
  const tooLong = [
    ...(channel.length > WORD_LIMIT ? [row.inWords('channel')] : []),
    ...systems.filter((system) => system.length > MEMBER_LIMIT).map((system) => `System: ${system}`),
  ];
  return {
    row: row.number,
    step,
    lane,
    title: title || step.title,
    description: new Set([...(row.cells.description ? [row.cells.description] : []), ...tooLong, ...row.rest]),
    metrics: [],
    systems: systems.filter((system) => system.length <= MEMBER_LIMIT),
    channel: channel.length > WORD_LIMIT ? '' : channel,
    owner,
    customersPerMonth: amountOf(row, 'customersPerMonth'),
    costEach: amountOf(row, 'costEach'),
    moneyEach: amountOf(row, 'moneyEach'),
  };
}

/** What a row without touchpoint says as if it had one, as words for the step. */
export function detailsInWords(row: Row): string[] {
  const details = DETAILS.filter((column) => row.cells[column]);
  for (const column of details) {
    row.odd(column, 'This row has no touchpoint, so it is in the description of the step.');
  }
  return [...(row.cells.description ? [row.cells.description] : []), ...details.map((column) => row.inWords(column))];
}

function amountOf(row: Row, column: 'customersPerMonth' | 'costEach' | 'moneyEach'): number | null {
  const cell = row.cells[column];
  const amount = cell ? readAmount(cell) : null;
  if (amount !== null && amount <= MOST) return amount;
  if (cell) row.odd(column, 'It is no number; it was left out.');
  return null;
}
