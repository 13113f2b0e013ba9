import type { Kysely } from 'kysely';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { readMapRow } from '../storage/kyselyStorage.ts';
import type { StoredMap } from '../storage/storage.ts';
import type { Tables } from '../storage/tables.ts';
import { bestOf, standings } from './rights.ts';

/** A map with what the asker is on it. */
export interface ListedMap extends StoredMap {
  readonly role: Role;
  readonly owner: VisiblePerson | null;
}

/** The maps somebody has, newest change first; of the trash those they own, thrown away last first. */
export async function mapsOf(db: Kysely<Tables>, person: string, where: 'live' | 'trash'): Promise<ListedMap[]> {
  const order = where === 'live' ? 'maps.updated_at' : 'maps.deleted_at';
  const rows = await standings(db, person, Date.now())
    .selectAll('maps')
    .where('maps.deleted_at', where === 'live' ? 'is' : 'is not', null)
    // Named, so that only these are looked at, however many maps there are.
    .where('maps.id', 'in', namedFor(db, person))
    .where((on) => on.or([on('map_member.role', 'is not', null), on('share_link.role', 'is not', null)]))
    .orderBy(order, 'desc')
    .orderBy('maps.id')
    .execute();
  const owners = await ownersOfMapsOf(db, person);
  // Each way in which somebody has a map is a row of its own.
  const maps = new Map<string, typeof rows>();
  for (const row of rows) maps.set(row.id, [...(maps.get(row.id) ?? []), row]);
  return [...maps.values()].flatMap((ways) => {
    const [first] = ways;
    const role = bestOf(ways);
    if (!first || !role || (where === 'trash' && role !== 'owner')) return [];
    return { ...readMapRow(first), role, owner: owners.get(first.id) ?? null };
  });
}

/** The maps somebody has or had by a link or as a member. */
const namedFor = (db: Kysely<Tables>, person: string) =>
  db
    .selectFrom('map_member as own')
    .select('own.map')
    .where('own.person', '=', person)
    .union(db.selectFrom('link_grant as brought').select('brought.map').where('brought.person', '=', person));

async function ownersOfMapsOf(db: Kysely<Tables>, person: string): Promise<Map<string, VisiblePerson>> {
  const rows = await db
    .selectFrom('map_member')
    .innerJoin('person', 'person.id', 'map_member.person')
    .select(['map_member.map', 'person.id', 'person.name', 'person.color'])
    .where('map_member.role', '=', 'owner')
    .where('map_member.map', 'in', namedFor(db, person))
    // The last of them in this order is the one that stays in the table.
    .orderBy('map_member.at', 'desc')
    .orderBy('person.id')
    .execute();
  return new Map(rows.map(({ map, id, name, color }) => [map, { id, name, color }]));
}

/** What becomes of the maps of somebody who leaves: those of others too stay with them. */
export async function mapsWhenLeaving(
  db: Kysely<Tables>,
  person: string,
): Promise<{ id: string; title: string; became: 'others' | 'trash' }[]> {
  const rows = await db
    .selectFrom('map_member')
    .innerJoin('maps', 'maps.id', 'map_member.map')
    .select(['maps.id', 'maps.title'])
    .select((select) =>
      select
        .selectFrom('map_member as other')
        .whereRef('other.map', '=', 'maps.id')
        .where('other.role', '=', 'owner')
        .where('other.person', '!=', person)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('others'),
    )
    .where('map_member.person', '=', person)
    .where('map_member.role', '=', 'owner')
    .where('maps.deleted_at', 'is', null)
    .orderBy('maps.title')
    .orderBy('maps.id')
    .execute();
  return rows.map(({ id, title, others }) => ({ id, title, became: Number(others) > 0 ? 'others' : 'trash' }));
}
