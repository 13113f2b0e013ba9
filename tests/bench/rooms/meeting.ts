import type { Contestant } from './contestants.ts';
import { type Figures, figuresOf, pause } from './figures.ts';
import { BenchPerson } from './person.ts';
import { cursorMark, editMark, Watcher } from './watch.ts';

export interface Meeting {
  readonly people: number;
  readonly writers: number;
  /** Edits a second, of all writers together. */
  readonly edits: number;
  /** Moves a second of everybody's cursor; 0: no cursors. */
  readonly moves: number;
  readonly seconds: number;
}

export interface Met {
  readonly edit: Figures;
  readonly cursor: Figures;
  /** Edits that somebody who watched never got, of all there were to get. */
  readonly missing: number;
  readonly expected: number;
  /** Share of one processor core that the server used. */
  readonly core: number;
}

/** Of the many who receive, these many look at the clock: enough to see the last in line, few enough not to be measured themselves. */
const WATCHERS = 10;
const TICK = 2;
/** How long the last edits may take to arrive. */
const PATIENCE = 10_000;

/** People on one map, some of whom write: how long until the others have it, and what that costs the server. */
export async function meet(contestant: Contestant, meeting: Meeting): Promise<Met> {
  const place = await contestant.newPlace(meeting.people);
  const people: BenchPerson[] = [];
  for (let index = 0; index < meeting.people; index++) people.push(await BenchPerson.join(place, index));
  await pause(300);
  const writers = people.slice(0, meeting.writers);
  for (const writer of writers) writer.begin();
  await pause(500);

  const sentAt = new Map<string, number>();
  const edits: number[] = [];
  const cursors: number[] = [];
  // The last who joined are the last in line; those who write are watched only when there is nobody else.
  const step = Math.max(1, Math.floor(people.length / WATCHERS));
  const watchers: { index: number; watcher: Watcher }[] = [];
  for (let index = people.length - 1; index >= 0 && watchers.length < WATCHERS; index -= step) {
    const watcher = new Watcher(index);
    watchers.push({ index, watcher });
    people[index]?.wire.onBytes((bytes) => {
      const now = performance.now();
      watcher.hear(bytes, (kind, person, number, known) => {
        if (kind === 'edit') {
          const sent = sentAt.get(editMark(person, number));
          if (sent !== undefined) edits.push(now - sent);
          return;
        }
        // Moves that were left out for a newer one count as seen with it.
        for (let move = known + 1; move <= number; move++) {
          const sent = sentAt.get(cursorMark(person, move));
          if (sent !== undefined) cursors.push(now - sent);
        }
      });
    });
  }

  const before = await contestant.process.cost();
  const began = performance.now();
  const written = await act(people, writers, meeting, sentAt);
  const after = await contestant.process.cost();
  const core = (after.cpu - before.cpu) / ((performance.now() - began) / 1_000);

  const all = written.reduce((sum, count) => sum + count, 0);
  const expected = watchers.reduce((sum, { index }) => sum + all - (written[index] ?? 0), 0);
  const got = () => watchers.reduce((sum, { watcher }) => sum + watcher.edits, 0);
  const end = performance.now() + PATIENCE;
  while (got() < expected && performance.now() < end) await pause(50);
  for (const { wire } of people) wire.close();
  await pause(100);
  return { edit: figuresOf(edits), cursor: figuresOf(cursors), missing: expected - got(), expected, core };
}

/** Everybody does their part for as long as it lasts. Answers how many edits each writer made. */
async function act(
  people: readonly BenchPerson[],
  writers: readonly BenchPerson[],
  { edits, moves, seconds }: Meeting,
  sentAt: Map<string, number>,
): Promise<number[]> {
  const written = writers.map(() => 0);
  const moved = people.map(() => 0);
  const began = performance.now();
  let [done, pointed] = [0, 0];
  for (;;) {
    const elapsed = (performance.now() - began) / 1_000;
    if (elapsed >= seconds) return written;
    for (; done < elapsed * edits; done++) {
      // In turn, not at random, so that no writer goes beyond what one person may send.
      const index = done % writers.length;
      const number = written[index] ?? 0;
      written[index] = number + 1;
      const mark = editMark(index, number);
      sentAt.set(mark, performance.now());
      writers[index]?.write(mark);
    }
    for (; pointed < elapsed * moves * people.length; pointed++) {
      const index = pointed % people.length;
      const number = moved[index] ?? 0;
      moved[index] = number + 1;
      const mark = cursorMark(index, number);
      sentAt.set(mark, performance.now());
      people[index]?.point(mark);
    }
    await pause(TICK);
  }
}
