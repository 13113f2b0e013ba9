import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange, Visitor } from './access.ts';
import { sessionCookie, tokenIn } from './cookies.ts';

/** Somebody with all that their session says of them. */
export interface Present {
  readonly visitor: Visitor;
  readonly email: string;
  readonly named: boolean;
  readonly expiresAt: number;
  readonly renewedAt: number;
}

export interface SessionsOptions {
  readonly db: Kysely<Tables>;
  readonly key: string;
  /** Only cookies with the prefix count: the server is never reached without TLS. */
  readonly secureOnly: boolean;
}

const KEPT = 20_000;
/** What is kept is looked up again after this, so that the day of the last visit is noted. */
const KEPT_FOR = 3_600_000;
const DAY = 86_400_000;
/** A visit this soon after the first one is still the first one. */
const FIRST_VISIT = 600_000;

/**
 * Who comes with which cookie. Kept in memory, because each request and each socket asks; everything that changes
 * it goes through this program, which then says so.
 */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #kept = new Map<string, { present: Present; until: number }>();
  readonly #loading = new Map<string, Promise<Present | null>>();
  /** Grows with each change; what was asked before it is not kept. */
  #changes = 0;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** How many were used within the last hour. */
  get used(): number {
    const now = Date.now();
    let used = 0;
    for (const { until } of this.#kept.values()) if (until > now) used++;
    return used;
  }

  async find(header: string | undefined): Promise<Present | null> {
    const cookie = sessionCookie(header, this.#options);
    const token = cookie === null ? null : tokenIn(cookie, this.#options.key);
    if (token === null) return null;
    const now = Date.now();
    const kept = this.#kept.get(token);
    const present = kept && kept.until > now ? kept.present : await this.#load(token);
    return present && present.expiresAt > now ? present : null;
  }

  /** Several requests of one browser at once ask the database once. */
  #load(token: string): Promise<Present | null> {
    const asked = this.#loading.get(token);
    if (asked) return asked;
    const asking = this.#ask(token).finally(() => {
      if (this.#loading.get(token) === asking) this.#loading.delete(token);
    });
    this.#loading.set(token, asking);
    return asking;
  }

  async #ask(token: string): Promise<Present | null> {
    const { db } = this.#options;
    const changes = this.#changes;
    const row = await db
      .selectFrom('session')
      .innerJoin('person', 'person.id', 'session.person')
      .select(['session.id as session', 'session.expires_at', 'session.updated_at', 'session.created_at'])
      .select(['person.id', 'person.name', 'person.color', 'person.email', 'person.named'])
      .select(['person.is_anonymous', 'person.seen_at'])
      .where('session.token', '=', token)
      .executeTakeFirst();
    if (!row) return null;
    const now = Date.now();
    const present: Present = {
      visitor: {
        id: row.id,
        name: row.name,
        color: row.color,
        kind: row.is_anonymous ? 'guest' : 'account',
        session: row.session,
      },
      email: row.email,
      named: row.named === 1,
      expiresAt: Date.parse(row.expires_at),
      renewedAt: Date.parse(row.updated_at),
    };
    if (changes === this.#changes) this.keep(token, present, now);
    const cameBack = now - Date.parse(row.created_at) > FIRST_VISIT;
    if (cameBack && (row.seen_at ?? 0) < now - DAY) {
      const seen = db.updateTable('person').set({ seen_at: now }).where('id', '=', row.id).execute();
      // A disk that is full keeps nobody out; the next visit notes it.
      await seen.catch(() => undefined);
    }
    return present;
  }

  /** Remembers who has this token: what is stored says the same. */
  keep(token: string, present: Present, now = Date.now()): void {
    if (this.#kept.size >= KEPT) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(token, { present, until: now + KEPT_FOR });
  }

  /** Looks this session up again when it is asked for next. */
  forget(session: string): void {
    this.hear({ kind: 'session', session });
  }

  /** Forgets what is no longer so. */
  hear(change: AccessChange): void {
    if (change.kind === 'rights') return;
    this.#changes++;
    this.#loading.clear();
    for (const [token, { present }] of this.#kept) {
      const { visitor } = present;
      const gone =
        change.kind === 'person'
          ? visitor.id === change.person
          : visitor.session === change.session || (change.kind === 'moved' && isOneOf(visitor.id, change));
      if (gone) this.#kept.delete(token);
    }
  }
}

const isOneOf = (id: string, { from, to }: { from: string; to: string }): boolean => id === from || id === to;
