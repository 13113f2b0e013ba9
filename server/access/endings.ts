import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange } from './access.ts';
import { Alarm } from './alarm.ts';
import type { Changes } from './changes.ts';

/** After a failure it is tried again this soon. */
const RETRY = 5_000;

/** Says that sessions and links have reached their end at the moment when they do: what is open by them closes. */
export class Endings {
  readonly #db: Kysely<Tables>;
  readonly #changes: Changes;
  readonly #alarm = new Alarm(() => this.#ring());
  #until = Date.now();

  constructor(db: Kysely<Tables>, changes: Changes) {
    this.#db = db;
    this.#changes = changes;
    this.#alarm.set(this.#until);
  }

  /** Something ends then. */
  expect(at: number): void {
    this.#alarm.set(at);
  }

  stop(): void {
    this.#alarm.stop();
  }

  async #ring(): Promise<number> {
    try {
      const now = Date.now();
      this.#changes.announce(...(await this.#endedUpTo(now)));
      this.#until = now;
      return await this.#next(now);
    } catch {
      // Storage does not answer at present; nobody gets in meanwhile either, since that asks it too.
      return Date.now() + RETRY;
    }
  }

  async #endedUpTo(now: number): Promise<AccessChange[]> {
    const links = await this.#db
      .selectFrom('share_link')
      .select('map')
      .distinct()
      .where('expires_at', '>', this.#until)
      .where('expires_at', '<=', now)
      .execute();
    const sessions = await this.#db
      .selectFrom('session')
      .select('id')
      .where('expires_at', '<=', new Date(now).toISOString())
      .limit(1_000)
      .execute();
    for (const { id } of sessions) await this.#db.deleteFrom('session').where('id', '=', id).execute();
    return [
      ...links.map(({ map }): AccessChange => ({ kind: 'rights', map, person: null })),
      ...sessions.map(({ id }): AccessChange => ({ kind: 'session', session: id })),
    ];
  }

  async #next(now: number): Promise<number> {
    const link = await this.#db
      .selectFrom('share_link')
      .select((select) => select.fn.min('expires_at').as('at'))
      .where('expires_at', '>', now)
      .executeTakeFirst();
    const session = await this.#db
      .selectFrom('session')
      .select((select) => select.fn.min('expires_at').as('at'))
      .executeTakeFirst();
    const times = [link?.at, session?.at && Date.parse(session.at)];
    return Math.min(...times.map((at) => (typeof at === 'number' ? at : Number.POSITIVE_INFINITY)));
  }
}
