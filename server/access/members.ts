import type { Kysely, Transaction } from 'kysely';
import type { MapPerson } from '../../shared/protocol/access.ts';
import { higher, type Role, reaches } from '../../shared/protocol/roles.ts';
import type { Tables } from '../storage/tables.ts';
import type { Changes } from './changes.ts';
import { readRole } from './rights.ts';

export type MemberOutcome = 'done' | 'unknown_person' | 'last_owner' | 'too_many';

const MEMBERS_OF_A_MAP = 2_000;

/** Who has a map and keeps it. Who may change that is asked before. */
export class Members {
  readonly #db: Kysely<Tables>;
  readonly #changes: Changes;
  readonly #most: number;

  /** @param most how many a map may have */
  constructor(db: Kysely<Tables>, changes: Changes, most = MEMBERS_OF_A_MAP) {
    this.#db = db;
    this.#changes = changes;
    this.#most = most;
  }

  /** Members and everybody whom a link brought that still works; the strongest first. */
  async list(map: string, { withAddresses }: { withAddresses: boolean }): Promise<MapPerson[]> {
    const fields = ['person.id', 'person.name', 'person.color', 'person.email', 'person.is_anonymous'] as const;
    const members = await this.#db
      .selectFrom('map_member')
      .innerJoin('person', 'person.id', 'map_member.person')
      .select([...fields, 'map_member.role'])
      .where('map', '=', map)
      .orderBy('at')
      .execute();
    const brought = await this.#db
      .selectFrom('link_grant')
      .innerJoin('share_link', 'share_link.id', 'link_grant.link')
      .innerJoin('person', 'person.id', 'link_grant.person')
      .select([...fields, 'share_link.role', 'link_grant.link'])
      .where('link_grant.map', '=', map)
      .where('share_link.enabled', '=', 1)
      .where((on) => on.or([on('share_link.expires_at', 'is', null), on('share_link.expires_at', '>', Date.now())]))
      .orderBy('at')
      .execute();
    const people = new Map<string, MapPerson>();
    for (const row of [...members.map((one) => ({ ...one, link: null })), ...brought]) {
      const role = readRole(row.role);
      if (!role) continue;
      const before = people.get(row.id);
      const kind = row.is_anonymous ? 'guest' : 'account';
      const email = withAddresses && kind === 'account' ? row.email : null;
      const { id, name, color } = row;
      if (!before) people.set(id, { id, name, color, kind, email, role, link: row.link });
      else if (before.link === null) people.set(id, { ...before, role: higher(before.role, role) ?? role });
      else if (!reaches(before.role, role)) people.set(id, { ...before, role, link: row.link });
    }
    return [...people.values()].sort(
      (one, other) => Number(reaches(other.role, one.role)) - Number(reaches(one.role, other.role)),
    );
  }

  /** By the address of an account; a guest has none. */
  async accountWith(email: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('person')
      .select('id')
      .where('email', '=', email.toLowerCase())
      .where((on) => on.or([on('is_anonymous', 'is', null), on('is_anonymous', '=', 0)]))
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** Makes a member of somebody who is known on this map already, or whose address was given. */
  async add(map: string, person: string, role: Role, how: 'address' | 'known'): Promise<MemberOutcome> {
    return this.#changed(map, person, async (trx) => {
      if (how === 'known' && !(await isKnown(trx, map, person))) return 'unknown_person';
      const owners = await ownersOf(trx, map);
      if (isLast(owners, person, role)) return 'last_owner';
      const members = await trx.selectFrom('map_member').select('person').where('map', '=', map).execute();
      // Who is one already takes no more room with another role.
      const isNew = members.every((member) => member.person !== person);
      if (isNew && members.length >= this.#most) return 'too_many';
      await trx
        .insertInto('map_member')
        .values({ map, person, role, at: Date.now() })
        .onConflict((conflict) => conflict.columns(['map', 'person']).doUpdateSet({ role }))
        .execute();
      await endGrants(trx, map, person);
      return 'done';
    });
  }

  /** Gives a member another role. */
  async change(map: string, person: string, role: Role): Promise<MemberOutcome> {
    return this.#changed(map, person, async (trx) => {
      if (isLast(await ownersOf(trx, map), person, role)) return 'last_owner';
      const done = await trx
        .updateTable('map_member')
        .set({ role })
        .where('map', '=', map)
        .where('person', '=', person)
        .executeTakeFirst();
      if (done.numUpdatedRows === 0n) return 'unknown_person';
      await endGrants(trx, map, person);
      return 'done';
    });
  }

  /** Takes the map from somebody, however they had it. */
  async remove(map: string, person: string): Promise<MemberOutcome> {
    return this.#changed(map, person, async (trx) => {
      if (isLast(await ownersOf(trx, map), person, null)) return 'last_owner';
      let gone = 0n;
      for (const table of ['map_member', 'link_grant'] as const) {
        const done = await trx.deleteFrom(table).where('map', '=', map).where('person', '=', person).executeTakeFirst();
        gone += done.numDeletedRows;
      }
      return gone > 0n ? 'done' : 'unknown_person';
    });
  }

  async #changed(
    map: string,
    person: string,
    change: (trx: Transaction<Tables>) => Promise<MemberOutcome>,
  ): Promise<MemberOutcome> {
    const outcome = await this.#db.transaction().execute(change);
    if (outcome === 'done') this.#changes.announce({ kind: 'rights', map, person });
    return outcome;
  }
}

const ownersOf = async (trx: Transaction<Tables>, map: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('map_member')
    .select('person')
    .where('map', '=', map)
    .where('role', '=', 'owner')
    .execute();
  return rows.map((row) => row.person);
};

/** The role an owner gives by hand is the one that counts: a link that gives more would make it mean nothing. */
const endGrants = (trx: Transaction<Tables>, map: string, person: string) =>
  trx.deleteFrom('link_grant').where('map', '=', map).where('person', '=', person).execute();

/** A map always keeps somebody who can give rights on it. */
const isLast = (owners: readonly string[], person: string, role: Role | null): boolean =>
  role !== 'owner' && owners.length === 1 && owners[0] === person;

async function isKnown(trx: Transaction<Tables>, map: string, person: string): Promise<boolean> {
  for (const table of ['map_member', 'link_grant'] as const) {
    const row = await trx
      .selectFrom(table)
      .select('person')
      .where('map', '=', map)
      .where('person', '=', person)
      .executeTakeFirst();
    if (row) return true;
  }
  return false;
}
