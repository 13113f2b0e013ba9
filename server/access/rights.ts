import { type Kysely, sql } from 'kysely';
import { higher, ROLES, type Role } from '../../shared/protocol/roles.ts';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange } from './access.ts';

/** What somebody is on a map, wherever the map lies. */
export interface Standing {
  readonly role: Role | null;
  readonly inTrash: boolean;
}

const NOTHING: Standing = { role: null, inTrash: false };
/** Answers that are kept, of all maps and people together. */
const KEPT = 50_000;

/**
 * What people are on maps. Kept in memory, because each request and each socket asks; whatever changes it goes
 * through this program, which then says so. A link's end needs nobody to say it: it is looked at with each answer.
 */
export class Rights {
  readonly #db: Kysely<Tables>;
  readonly #kept = new Map<string, Map<string, Standing & { until: number }>>();
  readonly #most: number;
  #count = 0;
  /** Grows with each change; what was asked before it is not kept. */
  #changes = 0;

  /** @param most how many answers are kept */
  constructor(db: Kysely<Tables>, most = KEPT) {
    this.#db = db;
    this.#most = most;
  }

  async on(map: string, person: string): Promise<Standing> {
    const now = Date.now();
    const kept = this.#kept.get(map)?.get(person);
    if (kept && kept.until > now) return kept;
    const changes = this.#changes;
    const standing = await this.#ask(map, person, now);
    if (changes === this.#changes && standing.until > now) this.#keep(map, person, standing);
    return standing;
  }

  async #ask(map: string, person: string, now: number): Promise<Standing & { until: number }> {
    const rows = await standings(this.#db, person, now).where('maps.id', '=', map).execute();
    const [first] = rows;
    // Not kept: whoever guesses ids must not push out what others need.
    if (!first) return { ...NOTHING, until: 0 };
    return {
      role: bestOf(rows),
      inTrash: first.deleted_at !== null,
      until: Math.min(...rows.map(({ expires_at }) => expires_at ?? Number.POSITIVE_INFINITY)),
    };
  }

  #keep(map: string, person: string, standing: Standing & { until: number }): void {
    const people = this.#kept.get(map) ?? new Map<string, Standing & { until: number }>();
    this.#kept.set(map, people);
    if (!people.has(person)) this.#count++;
    people.set(person, standing);
    while (this.#count > this.#most) this.#forgetOldest();
  }

  /** Goes by maps: what is asked again is asked of one map by all its people. */
  #forgetOldest(): void {
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#forget(oldest, null);
  }

  /** How many answers are kept. */
  get kept(): number {
    return this.#count;
  }

  /** Forgets what may be no longer so. */
  hear(change: AccessChange): void {
    if (change.kind === 'session' || change.kind === 'person') return;
    this.#changes++;
    const { map, person } = change.kind === 'moved' ? { map: null, person: null } : change;
    for (const kept of map === null ? [...this.#kept.keys()] : [map]) this.#forget(kept, person);
  }

  /** @param person null: of everybody */
  #forget(map: string, person: string | null): void {
    const people = this.#kept.get(map);
    if (!people) return;
    if (person === null) {
      this.#count -= people.size;
      this.#kept.delete(map);
    } else if (people.delete(person)) this.#count--;
  }
}

interface StandingRow {
  readonly member: string | null;
  readonly linked: string | null;
}

/** One row for each way in which somebody has a map; maps they do not have come with one row of nothing. */
export const standings = (db: Kysely<Tables>, person: string, now: number) =>
  db
    .selectFrom('maps')
    .leftJoin('map_member', (join) => join.onRef('map_member.map', '=', 'maps.id').on('map_member.person', '=', person))
    .leftJoin('link_grant', (join) => join.onRef('link_grant.map', '=', 'maps.id').on('link_grant.person', '=', person))
    .leftJoin('share_link', (join) =>
      join
        .onRef('share_link.id', '=', 'link_grant.link')
        .on('share_link.enabled', '=', 1)
        .on((on) => on.or([on('share_link.expires_at', 'is', null), on('share_link.expires_at', '>', now)])),
    )
    .select([
      'maps.deleted_at',
      'map_member.role as member',
      'share_link.role as linked',
      'share_link.expires_at',
      sql<string>`maps.id`.as('map'),
    ]);

/** The best of the ways in which somebody has a map. */
export const bestOf = (rows: readonly StandingRow[]): Role | null =>
  rows.reduce<Role | null>((best, row) => higher(higher(best, readRole(row.member)), readRole(row.linked)), null);

/** A newer program may have stored a role this one does not know: that is none. */
export const readRole = (stored: string | null): Role | null => ROLES.find((one) => one === stored) ?? null;
