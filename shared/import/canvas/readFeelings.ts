import { signed } from '../../model/inWords.ts';
import { readFeeling, readFlag } from '../cells.ts';
import type { StepDraft } from '../draft.ts';
import { type FeelingScale, readAnyFeeling } from '../feelings.ts';
import { short } from '../row.ts';
import type { CanvasSheet } from './canvasSheet.ts';

/** What the rows of a column say about how its step feels. Answers the words that were read as numbers, each with its number. */
export function readFeelings(sheet: CanvasSheet, scale: FeelingScale, column: number, step: StepDraft): string[] {
  const guesses: string[] = [];
  for (const { row, label, text } of sheet.cells(column, 'emotion')) {
    const feeling = readAnyFeeling(text, scale);
    // Words say more than the number they were read as.
    if (feeling === null || feeling.guessed || scale !== 'ours') step.description.add(`${label}: ${text}`);
    if (feeling === null) {
      const why = 'It is no number from -2 to +2, and no feeling we know. It is in the description of the step.';
      sheet.warn(row, column, text, `“${short(text)}” was not understood. ${why}`);
    } else if (!step.emotions.has(null)) step.emotions.set(null, feeling.value);
    if (feeling?.guessed) guesses.push(`“${short(text)}” as ${signed(feeling.value)}`);
  }
  for (const { row, label, text } of sheet.cells(column, 'belief')) {
    step.belief ??= readFeeling(text);
    if (readFeeling(text) !== null) continue;
    step.description.add(`${label}: ${text}`);
    sheet.warn(row, column, text, `“${short(text)}” was not understood. It is in the description of the step.`);
  }
  for (const { label, text } of sheet.cells(column, 'momentOfTruth')) {
    const flag = readFlag(text);
    if (flag !== false) step.momentOfTruth = true;
    // Whoever writes why this is a moment of truth says that it is one.
    if (flag === null) step.description.add(`${label}: ${text}`);
  }
  for (const { text } of sheet.cells(column, 'quote')) step.quote.add(text);
  return guesses;
}
