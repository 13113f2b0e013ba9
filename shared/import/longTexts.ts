import { TEXT_LIMIT } from '../model/fields.ts';
import { cutTitle } from '../model/titles.ts';
import { type Draft, firstRows, type LaneDraft, type NoteDraft, type StepDraft } from './draft.ts';
import { short } from './row.ts';
import type { WarningList } from './warnings.ts';

const TOO_LONG = `This is longer than the ${TEXT_LIMIT.toLocaleString('en')} characters of one text: what is more`;
const INTO_NOTES = `${TOO_LONG} is in notes at the same step.`;
const INTO_FIRST_NOTES = `${TOO_LONG} is in notes at the first step.`;
const LEFT_OUT = `${TOO_LONG} was left out.`;
const LANE_TITLE = 'Long texts';
/** A note says first what it goes on with. */
const ROOM_FOR_NAME = 200;

/** What a text of a map has no room for goes on in notes at the same step, and is told row by row. */
export function keepLongTexts(draft: Draft, warnings: WarningList): void {
  const rows = firstRows(draft);
  const rowOf = (item: object) => rows.get(item) ?? 1;
  const added: NoteDraft[] = [];
  let own: LaneDraft | null = null;
  /** The lane of what did not stand in any, made for the first that needs it. */
  const ownLane = (): LaneDraft => {
    if (own) return own;
    own = { title: LANE_TITLE, kind: 'notes', visibility: null };
    draft.lanes.push(own);
    return own;
  };
  /** Cuts what is too long; the rest goes on in notes. Answers what stays. */
  const keep = (text: string, step: StepDraft, row: number, why: string, lane?: LaneDraft): string => {
    const { title: first, rest } = cutTitle(text, TEXT_LIMIT);
    if (rest === '') return text;
    const at = lane ?? ownLane();
    for (const piece of piecesOf(rest)) {
      added.push({ step, lane: at, kind: 'quote', text: `“${short(text)}” goes on: ${piece}` });
    }
    warnings.add(row, null, short(text), why);
    return first;
  };
  const keepLines = (lines: Set<string>, step: StepDraft, row: number) => {
    if (!isLong(lines)) return;
    const first = keep([...lines].join('\n'), step, row, INTO_NOTES);
    lines.clear();
    lines.add(first);
  };

  for (const { description, step, row } of draft.touchpoints) keepLines(description, step, row);
  for (const step of draft.steps) {
    keepLines(step.description, step, rowOf(step));
    keepLines(step.quote, step, rowOf(step));
  }
  for (const handoff of draft.handoffs) {
    const { step, row } = handoff.from;
    handoff.carries = keep(handoff.carries, step, row, INTO_NOTES);
  }
  for (const note of draft.notes) note.text = keep(note.text, note.step, rowOf(note.step), INTO_NOTES, note.lane);
  const [first] = draft.steps;
  if (isLong(draft.preface)) {
    const text = draft.preface.join('\n');
    if (!first) warnings.add(1, null, short(text), LEFT_OUT);
    draft.preface.splice(0, Number.POSITIVE_INFINITY, first ? keep(text, first, 1, INTO_FIRST_NOTES) : text);
  }
  draft.notes.push(...added);
}

/** Whether these lines have no room in one text, with what parts them. */
function isLong(lines: Iterable<string>): boolean {
  let length = -1;
  for (const line of lines) length += line.length + 1;
  return length > TEXT_LIMIT;
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const cut = cutTitle(rest, TEXT_LIMIT - ROOM_FOR_NAME);
    pieces.push(cut.title);
    rest = cut.rest;
  }
  return pieces;
}
