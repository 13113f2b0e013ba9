import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.ts';

/** How many ids one query names. */
const AT_ONCE = 1_000;
/** As whom somebody was a guest, in all of their browsers; each answer of `GET /api/me` carries it, so it has a bound. */
const FORMER = 50;

/** Those of these ids that were guests' who have signed in to an account since, and whose account that is. */
export async function movedAmong(db: Kysely<Tables>, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const moved = new Map<string, string>();
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const some = people.slice(from, from + AT_ONCE);
    const rows = await db.selectFrom('person_alias').selectAll().where('alias', 'in', some).execute();
    for (const { alias, person } of rows) moved.set(alias, person);
  }
  return moved;
}

/** The ids under which somebody was here before, as far as they left anything; `FORMER` of them where there are more. */
export async function formerlyOf(db: Kysely<Tables>, person: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('person_alias').select('alias').where('person', '=', person).limit(FORMER).execute();
  return rows.map(({ alias }) => alias);
}
