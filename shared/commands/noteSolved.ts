import { type FindingId, isId } from '../model/ids.ts';
import { storedItem } from '../model/mapDoc.ts';
import { fieldTable, type GapState, type Solution } from '../model/records.ts';
import { refuseFields, writeFields, writeNew } from '../model/writeRecord.ts';
import type { Command } from './command.ts';

/** So many are remembered; whoever adds one more makes the map forget the oldest. */
export const SOLVED_LIMIT = 200;

/**
 * Writes into the log of the map that findings are gone, by whom and since when. Each has a key of its own, so two people
 * who solve different gaps at once both stand there. Who solved it last is remembered for each finding.
 */
export const noteSolved: Command<{
  readonly solved: readonly { readonly finding: FindingId; readonly solution: Solution }[];
}> = {
  name: 'gap.solved',
  label: 'Gap solved',
  refuse(_map, { solved }) {
    if (solved.length === 0) return 'No gap was solved.';
    if (!solved.every(({ finding }) => isId(finding))) return 'This gap is not known.';
    const table = fieldTable('gapStates');
    return solved.map(({ solution }) => refuseFields(table, { solved: solution })).find((why) => why !== null) ?? null;
  },
  prepare(doc, { solved }) {
    for (const { finding } of solved) {
      if (!storedItem(doc, 'gapStates', finding)) writeNew(doc, 'gapStates', finding, {});
    }
  },
  apply(doc, { solved }, map) {
    for (const { finding, solution } of solved) writeFields(doc, 'gapStates', finding, { solved: solution });
    const fresh = new Set<string>(solved.map(({ finding }) => finding));
    const earlier = map.gapStates.list.filter((state) => state.solved !== null && !fresh.has(state.id));
    const kept = Math.max(0, SOLVED_LIMIT - fresh.size);
    const newestFirst = earlier.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) < timeOf(b) ? 1 : -1));
    for (const { id } of newestFirst.slice(kept)) writeFields(doc, 'gapStates', id, { solved: null });
  },
};

const timeOf = ({ solved }: GapState): string => solved?.at ?? '';
