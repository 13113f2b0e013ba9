import type { Kysely, Selectable } from 'kysely';
import type { ChangeLinkBody, CreateLinkBody, ShareLink } from '../../shared/protocol/access.ts';
import { LINK_ROLES, reaches } from '../../shared/protocol/roles.ts';
import type { Tables } from '../storage/tables.ts';
import type { Changes } from './changes.ts';
import type { GroupCommit } from './groupCommit.ts';
import { embedTokenOf, hashOf, isToken, newLinkId, tokenOf } from './linkTokens.ts';
import { hashed, isRight } from './passwords.ts';
import { readRole } from './rights.ts';

type LinkRow = Selectable<Tables['share_link']>;

/** What a token stands for at this moment. Whom to ask is only said for one that once was right. */
export type FoundLink =
  | { readonly status: 'works'; readonly link: LinkRow }
  | { readonly status: 'expired' | 'off'; readonly askWhom: string | null }
  | { readonly status: 'unknown' };

export interface LinksOptions {
  readonly db: Kysely<Tables>;
  readonly key: string;
  readonly changes: Changes;
  readonly commits: GroupCommit;
  /** A link ends at this time. */
  readonly onEnd: (at: number) => void;
}

/** No map needs more; without a bound one editor of rights could fill the disk. */
export const LINKS_OF_A_MAP = 100;

/** Share links: made, changed and redeemed. Who may do so is asked before. */
export class Links {
  readonly #options: LinksOptions;

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  get #db(): Kysely<Tables> {
    return this.#options.db;
  }

  /** The secret part of its address. */
  tokenFor(link: string): string {
    return tokenOf(link, this.#options.key);
  }

  /** What is stored of whether other pages may show the map by this link. */
  #embedHash(link: string, embed: boolean | undefined): string | null {
    return embed ? hashOf(embedTokenOf(link, this.#options.key)) : null;
  }

  /** Null when the map has as many as it may have. */
  async create(map: string, by: string, { role, password, expiresAt, embed }: CreateLinkBody): Promise<string | null> {
    const password_hash = password === undefined ? null : await hashed(password);
    const expires_at = timeOf(expiresAt);
    const id = newLinkId();
    const there = await this.#db.selectFrom('share_link').select('id').where('map', '=', map).execute();
    if (there.length >= LINKS_OF_A_MAP) return null;
    const at = { created_at: Date.now(), created_by: by };
    const hashes = { token_hash: hashOf(this.tokenFor(id)), embed_hash: this.#embedHash(id, embed), password_hash };
    const row = { id, map, role, ...hashes, expires_at, enabled: 1, ...at };
    await this.#db.insertInto('share_link').values(row).execute();
    if (expires_at !== null) this.#options.onEnd(expires_at);
    return id;
  }

  async list(map: string, address: (token: string, page: 'join' | 'embed') => string): Promise<ShareLink[]> {
    const rows = await this.#db
      .selectFrom('share_link')
      .selectAll('share_link')
      .select((select) =>
        select
          .selectFrom('link_grant')
          .whereRef('link_grant.link', '=', 'share_link.id')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('people'),
      )
      .where('map', '=', map)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.flatMap((row) => {
      const role = LINK_ROLES.find((one) => one === row.role);
      // Those that make an owner come from the command line and are nothing to hand around.
      if (!role) return [];
      return {
        id: row.id,
        role,
        url: address(this.tokenFor(row.id), 'join'),
        embedUrl: row.embed_hash === null ? null : address(embedTokenOf(row.id, this.#options.key), 'embed'),
        enabled: row.enabled === 1,
        hasPassword: row.password_hash !== null,
        expiresAt: row.expires_at === null ? null : new Date(row.expires_at).toISOString(),
        createdAt: new Date(row.created_at).toISOString(),
        people: Number(row.people),
      };
    });
  }

  /** False when the map has no such link. */
  async change(
    map: string,
    id: string,
    { role, enabled, password, expiresAt, embed }: ChangeLinkBody,
  ): Promise<boolean> {
    const set = {
      ...(embed !== undefined && { embed_hash: this.#embedHash(id, embed) }),
      ...(role !== undefined && { role }),
      ...(enabled !== undefined && { enabled: enabled ? 1 : 0 }),
      ...(password !== undefined && { password_hash: password === null ? null : await hashed(password) }),
      ...(expiresAt !== undefined && { expires_at: timeOf(expiresAt) }),
    };
    const ofThisMap = (row: { id: string; map: string }) => row.id === id && row.map === map;
    if (Object.keys(set).length === 0) {
      const row = await this.#db.selectFrom('share_link').select(['id', 'map']).where('id', '=', id).executeTakeFirst();
      return row !== undefined && ofThisMap(row);
    }
    const done = await this.#db
      .updateTable('share_link')
      .set(set)
      .where('id', '=', id)
      .where('map', '=', map)
      .where('role', 'in', LINK_ROLES)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    this.#options.changes.announce({ kind: 'rights', map, person: null });
    if (set.expires_at) this.#options.onEnd(set.expires_at);
    return true;
  }

  /** Whom it brought loses the map, unless they have it in another way. False when the map has no such link. */
  async remove(map: string, id: string): Promise<boolean> {
    const removed = await this.#db.transaction().execute(async (trx) => {
      const done = await trx.deleteFrom('share_link').where('id', '=', id).where('map', '=', map).executeTakeFirst();
      if (done.numDeletedRows === 0n) return false;
      await trx.deleteFrom('link_grant').where('link', '=', id).execute();
      return true;
    });
    if (removed) this.#options.changes.announce({ kind: 'rights', map, person: null });
    return removed;
  }

  async find(token: string): Promise<FoundLink> {
    if (!isToken(token)) return { status: 'unknown' };
    const link = await this.#db
      .selectFrom('share_link')
      .innerJoin('maps', 'maps.id', 'share_link.map')
      .selectAll('share_link')
      .select('maps.deleted_at')
      .where('token_hash', '=', hashOf(token))
      .executeTakeFirst();
    if (!link) return { status: 'unknown' };
    const expired = link.expires_at !== null && link.expires_at <= Date.now();
    // Only an owner can do something with a map that lies in the trash.
    const off = link.enabled !== 1 || (link.deleted_at !== null && link.role !== 'owner');
    if (!expired && !off) return { status: 'works', link };
    return { status: expired ? 'expired' : 'off', askWhom: await this.#ownerOf(link.map) };
  }

  /** The map that a page elsewhere may show by this token; null: it may not, or not any more. */
  async mapToEmbed(token: string): Promise<string | null> {
    if (!isToken(token)) return null;
    const link = await this.#db
      .selectFrom('share_link')
      .innerJoin('maps', 'maps.id', 'share_link.map')
      .select(['share_link.map', 'share_link.expires_at'])
      .where('embed_hash', '=', hashOf(token))
      .where('enabled', '=', 1)
      .where('maps.deleted_at', 'is', null)
      .executeTakeFirst();
    return link && (link.expires_at === null || link.expires_at > Date.now()) ? link.map : null;
  }

  async #ownerOf(map: string): Promise<string | null> {
    const owner = await this.#db
      .selectFrom('map_member')
      .innerJoin('person', 'person.id', 'map_member.person')
      .select('person.name')
      .where('map', '=', map)
      .where('role', '=', 'owner')
      .orderBy('at')
      .executeTakeFirst();
    return owner?.name ?? null;
  }

  /** Whether this is the link's password. Throws `GateFull`. */
  async opens({ password_hash }: LinkRow, password: string): Promise<boolean> {
    return password_hash === null || isRight(password, password_hash);
  }

  /** Turns the link into a right of this person. */
  async redeem({ id, map, role }: LinkRow, person: string): Promise<void> {
    const at = Date.now();
    if (role === 'owner') await this.#becomeOwner(id, map, person, at);
    else if (!(await this.#hasMore(map, person, role))) {
      // Only as long as the link is there: deleted since it was looked up, it would leave a right of nobody's giving.
      const link = this.#db
        .selectFrom('share_link')
        .select((select) => ['map', select.val(person).as('person'), 'id', select.val(at).as('at')])
        .where('id', '=', id);
      const grant = this.#db.insertInto('link_grant').columns(['map', 'person', 'link', 'at']).expression(link);
      await this.#options.commits.add([grant.onConflict((conflict) => conflict.doNothing()).compile()]);
    }
    this.#options.changes.announce({ kind: 'rights', map, person });
  }

  async #hasMore(map: string, person: string, role: string): Promise<boolean> {
    const member = await this.#db
      .selectFrom('map_member')
      .select('role')
      .where('map', '=', map)
      .where('person', '=', person)
      .executeTakeFirst();
    return reaches(readRole(member?.role ?? null), readRole(role) ?? 'owner');
  }

  /** A link that makes an owner works once. */
  #becomeOwner(id: string, map: string, person: string, at: number): Promise<void> {
    return this.#db.transaction().execute(async (trx) => {
      const done = await trx.deleteFrom('share_link').where('id', '=', id).executeTakeFirst();
      if (done.numDeletedRows === 0n) return;
      await trx
        .insertInto('map_member')
        .values({ map, person, role: 'owner', at })
        .onConflict((conflict) => conflict.columns(['map', 'person']).doUpdateSet({ role: 'owner' }))
        .execute();
    });
  }
}

const timeOf = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null);
