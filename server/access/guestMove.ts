import type { Kysely, Transaction } from 'kysely';
import { higher } from '../../shared/protocol/roles.ts';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange } from './access.ts';
import type { SessionOf } from './auth.ts';
import { readRole } from './rights.ts';

/** An account this young that has nothing yet was made in the same breath. */
const JUST_NOW = 60_000;

/**
 * A guest has signed up or in: what was theirs is the account's from now on, in one transaction. Who signs up stays
 * the same person with the same id, so nothing that bears it (comments, edits that wait offline) changes hands; who
 * signs in becomes another, and the old id is kept as an alias.
 */
export async function moveGuest(
  db: Kysely<Tables>,
  guest: SessionOf,
  account: SessionOf,
): Promise<readonly AccessChange[]> {
  return db.transaction().execute(async (trx) => {
    const sessions = await trx.selectFrom('session').select('id').where('person', '=', guest.person).execute();
    const stays = await isNew(trx, account.person);
    if (stays) await becomeAccount(trx, guest.person, account);
    else await handOver(trx, guest.person, account.person);
    const to = stays ? guest.person : account.person;
    const { name, color } = await trx
      .selectFrom('person')
      .select(['name', 'color'])
      .where('id', '=', to)
      .executeTakeFirstOrThrow();
    return [
      ...sessions.map(({ id }) => ({ kind: 'moved', session: id, from: guest.person, to }) as const),
      { kind: 'person', person: to, name, color },
      { kind: 'rights', map: null, person: to },
    ];
  });
}

async function isNew(trx: Transaction<Tables>, person: string): Promise<boolean> {
  const row = await trx.selectFrom('person').select('created_at').where('id', '=', person).executeTakeFirstOrThrow();
  const sessions = await trx.selectFrom('session').select('id').where('person', '=', person).execute();
  const young = Date.now() - Date.parse(row.created_at) < JUST_NOW;
  if (!young || sessions.length !== 1) return false;
  for (const table of ['map_member', 'link_grant', 'person_alias'] as const) {
    if (await has(trx, table, person)) return false;
  }
  return true;
}

/** Whether somebody is named in a table. */
async function has(
  trx: Transaction<Tables>,
  table: 'map_member' | 'link_grant' | 'person_alias' | 'doc_writer',
  person: string,
): Promise<boolean> {
  return (await trx.selectFrom(table).select('person').where('person', '=', person).executeTakeFirst()) !== undefined;
}

/** The guest takes the account's address, name, password and session; the record made for it a moment ago goes. */
async function becomeAccount(trx: Transaction<Tables>, guest: string, { person, session }: SessionOf): Promise<void> {
  const made = await trx.selectFrom('person').selectAll().where('id', '=', person).executeTakeFirstOrThrow();
  await trx.deleteFrom('person').where('id', '=', person).execute();
  await trx
    .updateTable('person')
    .set({
      name: made.name,
      email: made.email,
      email_verified: made.email_verified,
      image: made.image,
      is_anonymous: 0,
      named: 1,
      updated_at: made.updated_at,
    })
    .where('id', '=', guest)
    .execute();
  await trx.updateTable('account').set({ person: guest }).where('person', '=', person).execute();
  // better-auth only takes a password for the person it names as the account's own id.
  await trx.updateTable('account').set({ account_id: guest }).where('account_id', '=', person).execute();
  await trx.updateTable('session').set({ person: guest }).where('person', '=', person).execute();
  await trx.deleteFrom('session').where('person', '=', guest).where('id', '!=', session).execute();
}

async function handOver(trx: Transaction<Tables>, from: string, to: string): Promise<void> {
  // Most were only asked to sign in, and their id stands nowhere.
  const left =
    (await has(trx, 'doc_writer', from)) ||
    (await has(trx, 'map_member', from)) ||
    (await has(trx, 'link_grant', from));
  for (const { map, role, at } of await trx.selectFrom('map_member').selectAll().where('person', '=', from).execute()) {
    const had = await trx
      .selectFrom('map_member')
      .select('role')
      .where('map', '=', map)
      .where('person', '=', to)
      .executeTakeFirst();
    const best = higher(readRole(role), readRole(had?.role ?? null)) ?? role;
    await trx
      .insertInto('map_member')
      .values({ map, person: to, role: best, at })
      .onConflict((conflict) => conflict.columns(['map', 'person']).doUpdateSet({ role: best }))
      .execute();
  }
  for (const grant of await trx.selectFrom('link_grant').selectAll().where('person', '=', from).execute()) {
    await trx
      .insertInto('link_grant')
      .values({ ...grant, person: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const mark of await trx.selectFrom('read_mark').selectAll().where('person', '=', from).execute()) {
    await trx
      .insertInto('read_mark')
      .values({ ...mark, person: to })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  // What the guest wrote without a network still bears the client ids that were theirs.
  await trx.updateTable('doc_writer').set({ person: to }).where('person', '=', from).execute();
  await trx.updateTable('share_link').set({ created_by: to }).where('created_by', '=', from).execute();
  await trx.updateTable('person_alias').set({ person: to }).where('person', '=', from).execute();
  if (left) await trx.insertInto('person_alias').values({ alias: from, person: to }).execute();
  for (const table of ['map_member', 'link_grant', 'read_mark', 'session', 'account'] as const) {
    await trx.deleteFrom(table).where('person', '=', from).execute();
  }
  await trx.deleteFrom('person').where('id', '=', from).execute();
}
