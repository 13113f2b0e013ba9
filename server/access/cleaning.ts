import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange } from './access.ts';
import type { Changes } from './changes.ts';

const DAY = 86_400_000;
/** Guests who have nothing go when they were not here for so long; those who never came back go after a day. */
const GUESTS_KEPT = 30 * DAY;
const STRANGERS_KEPT = DAY;
const AT_ONCE = 500;

export interface CleaningOptions {
  readonly db: Kysely<Tables>;
  readonly changes: Changes;
}

/** Removes what nobody will miss: guests who left without a trace, and loose ends. */
export async function cleanUp({ db, changes }: CleaningOptions, now = Date.now()): Promise<void> {
  while ((await removeGuests(db, changes, now)) === AT_ONCE);
  await db.deleteFrom('verification').where('expires_at', '<', new Date(now).toISOString()).execute();
  // Links that make an owner: whoever asked for one on the command line has used it or can ask again.
  await db.deleteFrom('share_link').where('role', '=', 'owner').where('expires_at', '<', now).execute();
}

async function removeGuests(db: Kysely<Tables>, changes: Changes, now: number): Promise<number> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('is_anonymous', '=', 1)
    .where((on) =>
      on.or([
        on('seen_at', '<', now - GUESTS_KEPT),
        on.and([on('seen_at', 'is', null), on('created_at', '<', new Date(now - STRANGERS_KEPT).toISOString())]),
      ]),
    )
    .where((on) =>
      on.not(on.exists(on.selectFrom('map_member').select('map').whereRef('map_member.person', '=', 'person.id'))),
    )
    .where((on) =>
      on.not(on.exists(on.selectFrom('link_grant').select('map').whereRef('link_grant.person', '=', 'person.id'))),
    )
    .limit(AT_ONCE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const sessions = await db.selectFrom('session').select('id').where('person', 'in', ids).execute();
  await db.transaction().execute(async (trx) => {
    for (const table of ['session', 'read_mark'] as const) {
      await trx.deleteFrom(table).where('person', 'in', ids).execute();
    }
    await trx.deleteFrom('person').where('id', 'in', ids).execute();
  });
  changes.announce(...sessions.map(({ id }): AccessChange => ({ kind: 'session', session: id })));
  return ids.length;
}
