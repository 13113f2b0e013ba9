import { signed } from '../model/inWords.ts';
import { readEvidence, readFeeling, readFlag } from './cells.ts';
import type { Column } from './columns.ts';
import type { PersonaDraft, StepDraft } from './draft.ts';
import { type FeelingScale, readAnyFeeling } from './feelings.ts';
import { type Row, short } from './row.ts';

/** What a row says about its step: how it feels, for whom (null is everyone), and what backs that. */
export function readExperience(row: Row, step: StepDraft, persona: PersonaDraft | null, scale: FeelingScale): void {
  const { emotion, momentOfTruth, belief, evidence, quote } = row.cells;
  if (emotion) {
    const feeling = readAnyFeeling(emotion, scale);
    const before = step.emotions.get(persona);
    if (feeling === null) keep(row, 'emotion', step, 'An emotion is a whole number from -2 to +2.');
    else if (before === undefined) step.emotions.set(persona, feeling.value);
    else if (before !== feeling.value) conflict(row, 'emotion', step, before);
    if (feeling?.guessed) {
      // The word says more than the number.
      step.description.add(row.inWords('emotion'));
      row.warn('emotion', `“${short(emotion)}” was read as ${signed(feeling.value)}.`);
    }
  }
  if (momentOfTruth) {
    const flag = readFlag(momentOfTruth);
    if (flag === null) keep(row, 'momentOfTruth', step, 'Yes and no are known.');
    else if (flag) step.momentOfTruth = true;
  }
  if (belief) {
    const value = readFeeling(belief);
    if (value === null) keep(row, 'belief', step, 'A belief is a whole number from -2 to +2.');
    else if (step.belief === null) step.belief = value;
    else if (step.belief !== value) conflict(row, 'belief', step, step.belief);
  }
  if (evidence) {
    const kinds = readEvidence(evidence);
    if (kinds) step.evidence.set(persona, [...new Set([...(step.evidence.get(persona) ?? []), ...kinds])]);
    else keep(row, 'evidence', step, 'Feedback and behaviour are known.');
  }
  if (quote) step.quote.add(quote);
}

/** A cell that was not understood is kept as words: a scale of one to ten cannot be told from a slip of the finger. */
function keep(row: Row, column: Column, step: StepDraft, why: string): void {
  step.description.add(row.inWords(column));
  row.odd(column, `${why} It is in the description of the step.`);
}

/** The rows of a step say the same things about it; where they differ, the first was written with the step in mind. */
function conflict(row: Row, column: Column, step: StepDraft, before: number): void {
  const value = short(row.cells[column] ?? '');
  row.warn(
    column,
    `“${short(step.title)}” has ${signed(before)} further up, here it has ${value}. It stays ${signed(before)}.`,
  );
}
