import type { Entry } from './contestants.ts';
import { meet } from './meeting.ts';

const PEOPLE = 20;
const LIMIT = 250;
const FIRST = 1_000;
/** Above this the bench itself, on the same machine, is what is measured. */
const LAST = 20_000;

/** Twenty people in one map write more and more: the most edits a second at which p95 stays below 250 ms and all arrive. */
export async function throughput(entry: Entry, seconds: number): Promise<number> {
  let [works, fails] = [0, 0];
  for (let edits = FIRST; edits <= LAST && fails === 0; edits *= 1.5) {
    if (await holds(entry, edits, seconds)) works = edits;
    else fails = edits;
  }
  // Two halvings: within a tenth.
  for (let step = 0; step < 2 && fails > 0; step++) {
    const edits = (works + fails) / 2;
    if (await holds(entry, edits, seconds)) works = edits;
    else fails = edits;
  }
  return Math.round(works);
}

async function holds(entry: Entry, edits: number, seconds: number): Promise<boolean> {
  // A server of its own each time: what the one before could not keep up with is not held against this one.
  const contestant = await entry.start();
  try {
    const met = await meet(contestant, { people: PEOPLE, writers: PEOPLE, edits, moves: 0, seconds });
    return met.missing === 0 && met.edit.p95 <= LIMIT;
  } finally {
    await contestant.process.end('SIGKILL');
  }
}
