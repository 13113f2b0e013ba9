import { type FindingId, isId } from '../model/ids.ts';
import { storedItem } from '../model/mapDoc.ts';
import { fieldTable, type GapAnswer } from '../model/records.ts';
import { refuseFields, writeFields, writeNew } from '../model/writeRecord.ts';
import type { Command } from './command.ts';
import { refuseMissing } from './refuse.ts';

/** Assigns a gap to a person, dismisses it with a reason, or opens it again. */
export const answerGap: Command<{
  readonly finding: FindingId;
  readonly answer: GapAnswer;
}> = {
  name: 'gap.answer',
  label: 'Answer gap',
  refuse(map, { finding, answer }) {
    if (!isId(finding)) return 'This gap is not known.';
    const malformed = refuseFields(fieldTable('gapStates'), { answer });
    if (malformed) return malformed;
    if (answer.status === 'dismissed' && !answer.reason.trim()) return 'Say why, so that others understand it later.';
    return answer.status === 'assigned' ? refuseMissing(map, 'person', answer.to) : null;
  },
  prepare(doc, { finding }) {
    if (!storedItem(doc, 'gapStates', finding)) writeNew(doc, 'gapStates', finding, {});
  },
  apply: (doc, { finding, answer }) => writeFields(doc, 'gapStates', finding, { answer }),
};
