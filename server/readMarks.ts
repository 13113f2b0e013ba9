import type { Kysely } from 'kysely';
import type { output } from 'zod/mini';
import type { ChangeReadMarksBody, readMarks } from '../shared/protocol/talk.ts';
import type { Tables } from './storage/tables.ts';

/** So many threads of one discussion are remembered of one person; the rest count as read up to the oldest of them. */
const MOST_THREADS = 2_000;
/** Stands for the whole discussion; no thread has it as its id. */
const ALL = '';

/** How far people have read discussions: kept here, so that what was read on a phone is read on the laptop as well. */
export class ReadMarksStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async of(map: string, person: string): Promise<output<typeof readMarks>> {
    const rows = await this.#rowsOf(map, person).select(['thread', 'at']).execute();
    const threads = rows.filter(({ thread }) => thread !== ALL).map(({ thread, at }) => [thread, at] as const);
    return { before: rows.find(({ thread }) => thread === ALL)?.at ?? 0, threads: Object.fromEntries(threads) };
  }

  /** Moves marks on, never back: two tabs of one person tell of different threads, in any order. */
  async advance(map: string, person: string, { before, threads = {} }: ChangeReadMarksBody): Promise<void> {
    const marks = [...Object.entries(threads), ...(before ? [[ALL, before] as const] : [])];
    if (marks.length === 0) return;
    await this.#db
      .insertInto('read_mark')
      .values(marks.map(([thread, at]) => ({ map, person, thread, at })))
      .onConflict((conflict) =>
        conflict
          .columns(['map', 'person', 'thread'])
          .doUpdateSet({ at: (update) => update.ref('excluded.at') })
          .whereRef('excluded.at', '>', 'read_mark.at'),
      )
      .execute();
    if (before) await this.#forgetUpTo(map, person, before);
    await this.#limit(map, person);
  }

  /** What is read up to some time need not be remembered thread by thread. */
  async #forgetUpTo(map: string, person: string, at: number): Promise<void> {
    await this.#db
      .deleteFrom('read_mark')
      .where('map', '=', map)
      .where('person', '=', person)
      .where('thread', '!=', ALL)
      .where('at', '<=', at)
      .execute();
  }

  async #limit(map: string, person: string): Promise<void> {
    const last = await this.#rowsOf(map, person)
      .select('at')
      .where('thread', '!=', ALL)
      .orderBy('at', 'desc')
      .offset(MOST_THREADS)
      .limit(1)
      .executeTakeFirst();
    if (last) await this.advance(map, person, { before: last.at });
  }

  #rowsOf(map: string, person: string) {
    return this.#db.selectFrom('read_mark').where('map', '=', map).where('person', '=', person);
  }
}
