import { APIError } from 'better-auth/api';
import type { Kysely } from 'kysely';
import type { ChangeMeBody } from '../../shared/protocol/access.ts';
import type { Tables } from '../storage/tables.ts';
import type { AccessChange } from './access.ts';
import { type Auth, type AuthOptions, COMPANY, makeAuth } from './auth.ts';
import type { Changes } from './changes.ts';
import { cookieLine, cookieName, withoutSession } from './cookies.ts';
import { Gate } from './gate.ts';
import type { GroupCommit } from './groupCommit.ts';
import { moveGuest } from './guestMove.ts';
import { newGuest } from './guests.ts';
import { isRight } from './passwords.ts';
import type { Present, Sessions } from './sessions.ts';

export interface PeopleOptions extends Omit<AuthOptions, 'onSessionEnd' | 'onGuestGone'> {
  readonly sessions: Sessions;
  readonly changes: Changes;
  readonly commits: GroupCommit;
}

/** What came of it, and the cookies that tell the browser. */
export interface Answered {
  readonly cookies: readonly string[];
}

export type SignedIn = (Answered & { readonly status: 'done' }) | { readonly status: 'refused'; readonly code: string };

/** How somebody sends: their cookies, and whether they reach us over TLS. */
export interface Sender {
  readonly cookie: string | undefined;
  readonly secure: boolean;
}

/** A storm of guests must not fill memory. */
const guestGate = new Gate(200, 2_000);

/** Guests, accounts and their sessions. */
export class People {
  readonly #options: PeopleOptions;
  readonly #auths = new Map<string, Auth>();

  constructor(options: PeopleOptions) {
    this.#options = options;
  }

  get #db(): Kysely<Tables> {
    return this.#options.db;
  }

  /** One each for the two kinds of cookies, and one that knows the company's sign-in, so that nobody else waits for it. */
  #auth(secure: boolean, company = false): Auth {
    const key = `${secure} ${company}`;
    let auth = this.#auths.get(key);
    if (!auth) {
      const { changes } = this.#options;
      auth = makeAuth(
        {
          ...this.#options,
          onSessionEnd: (session) => changes.announce({ kind: 'session', session }),
          onGuestGone: async (guest, account) => changes.announce(...(await moveGuest(this.#db, guest, account))),
        },
        { secure, openId: company ? this.#options.openId : null },
      );
      this.#auths.set(key, auth);
    }
    return auth;
  }

  /** A guest with a made-up name. Throws `GateFull`. */
  async newGuest(secure: boolean): Promise<Answered & { readonly present: Present }> {
    const { key, sessionSeconds, sessions, commits, onSessionStart } = this.#options;
    const { token, present, queries } = newGuest(this.#db, sessionSeconds);
    await guestGate.pass(() => commits.add(queries));
    sessions.keep(token, present);
    onSessionStart(new Date(present.expiresAt));
    return { cookies: [cookieLine(token, { key, secure, seconds: sessionSeconds })], present };
  }

  /** Keeps a session that is used alive. Null when it is too early for that. */
  async renew({ cookie, secure }: Sender, present: Present): Promise<Answered | null> {
    const age = Math.min(7 * 86_400, this.#options.sessionSeconds / 4);
    if (Date.now() - present.renewedAt < age * 1000) return null;
    const { headers } = await this.#auth(secure).api.getSession({ headers: headersOf(cookie), returnHeaders: true });
    this.#options.sessions.forget(present.visitor.session);
    return { cookies: headers.getSetCookie() };
  }

  signUp(sender: Sender, body: { name: string; email: string; password: string }): Promise<SignedIn> {
    return this.#signIn(sender, (headers) =>
      this.#auth(sender.secure).api.signUpEmail({ body, headers, returnHeaders: true }),
    );
  }

  signIn(sender: Sender, body: { email: string; password: string }): Promise<SignedIn> {
    return this.#signIn(sender, (headers) =>
      this.#auth(sender.secure).api.signInEmail({ body, headers, returnHeaders: true }),
    );
  }

  async #signIn(sender: Sender, ask: (headers: Headers) => Promise<{ headers: Headers }>): Promise<SignedIn> {
    const before = await this.#options.sessions.find(sender.cookie);
    try {
      const { headers } = await ask(headersOf(sender.cookie, before));
      const cookies = headers.getSetCookie();
      await this.#replaceSession(before, cookies);
      return { status: 'done', cookies };
    } catch (error) {
      return { status: 'refused', code: codeOf(error) };
    }
  }

  /** A guest's session has been ended with the guest; that of an account would live on, unseen. */
  async #replaceSession(before: Present | null, cookies: readonly string[]): Promise<void> {
    if (before?.visitor.kind !== 'account') return;
    const { id, session } = before.visitor;
    const now = await this.#options.sessions.find(cookiesOf(cookies));
    const [from, to] = [id, now?.visitor.id];
    await this.#db.deleteFrom('session').where('id', '=', session).execute();
    // The other tabs of somebody who signs in again come back by themselves; those of another person do not.
    this.#options.changes.announce(from === to ? { kind: 'moved', session, from, to } : { kind: 'session', session });
  }

  /** Where the browser goes to sign in with the company. Throws what better-auth throws. */
  async companySignIn(secure: boolean, body: { callbackURL: string; errorCallbackURL: string }, cookie?: string) {
    const { headers, response } = await this.#auth(secure, true).api.signInSocial({
      body: { provider: COMPANY, ...body, disableRedirect: true },
      headers: headersOf(cookie),
      returnHeaders: true,
    });
    return { cookies: headers.getSetCookie(), url: response.url ?? null };
  }

  /** The browser comes back from the company. Answers where it goes on. */
  async companyCallback(sender: Sender, address: string): Promise<Answered & { readonly location: string | null }> {
    const before = await this.#options.sessions.find(sender.cookie);
    const response = await this.#auth(sender.secure, true).handler(
      new Request(address, { headers: headersOf(sender.cookie, before) }),
    );
    const cookies = response.headers.getSetCookie();
    const signedIn = cookies.some(
      (line) => line.startsWith(`${cookieName(sender.secure)}=`) && !/max-age=0/i.test(line),
    );
    if (signedIn) await this.#replaceSession(before, cookies);
    return { cookies, location: response.headers.get('location') };
  }

  /** Ends a session. Answers the cookies that go with it. */
  async signOut({ cookie, secure }: Sender): Promise<Answered> {
    const { headers } = await this.#auth(secure).api.signOut({
      headers: headersOf(cookie),
      body: { disableRedirect: true },
      returnHeaders: true,
    });
    return { cookies: headers.getSetCookie() };
  }

  /** Ends all sessions of somebody, but for one. */
  async endSessions(person: string, except: string | null): Promise<void> {
    const rows = await this.#db.selectFrom('session').select('id').where('person', '=', person).execute();
    const ending = rows.map(({ id }) => id).filter((id) => id !== except);
    if (ending.length === 0) return;
    await this.#db.deleteFrom('session').where('id', 'in', ending).execute();
    this.#options.changes.announce(...ending.map((session): AccessChange => ({ kind: 'session', session })));
  }

  /** Sessions go on; whoever fears that somebody else knew the old password ends the others besides. */
  async changePassword(person: string, current: string, next: string): Promise<SignedIn> {
    const hash = await this.#passwordOf(person);
    if (hash === null || !(await isRight(current, hash))) return { status: 'refused', code: 'INVALID_PASSWORD' };
    const { password } = await this.#auth(false).$context;
    await this.#db
      .updateTable('account')
      .set({ password: await password.hash(next), updated_at: new Date().toISOString() })
      .where('person', '=', person)
      .where('provider', '=', 'credential')
      .execute();
    return { status: 'done', cookies: [] };
  }

  /** Whether this is the password of somebody who has one. */
  async knowsPassword(person: string, password: string | undefined): Promise<boolean> {
    const hash = await this.#passwordOf(person);
    return hash === null || (password !== undefined && (await isRight(password, hash)));
  }

  async #passwordOf(person: string): Promise<string | null> {
    const row = await this.#db
      .selectFrom('account')
      .select('password')
      .where('person', '=', person)
      .where('provider', '=', 'credential')
      .executeTakeFirst();
    return row?.password ?? null;
  }

  /** The ways in which somebody can sign in. */
  async waysIn(person: string): Promise<string[]> {
    const rows = await this.#db.selectFrom('account').select('provider').where('person', '=', person).execute();
    return rows.map(({ provider }) => provider);
  }

  async change({ visitor }: Pick<Present, 'visitor'>, changes: ChangeMeBody): Promise<void> {
    const { id } = visitor;
    // Who confirms the made-up name has chosen it.
    const named = changes.name === undefined ? {} : { named: 1 };
    // Only what is asked for: a name and a colour may be on their way at once, and neither may take the other back.
    await this.#db
      .updateTable('person')
      .set({ ...changes, ...named, updated_at: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    const now = await this.#db.selectFrom('person').select(['name', 'color']).where('id', '=', id).executeTakeFirst();
    if (now) this.#options.changes.announce({ kind: 'person', person: id, name: now.name, color: now.color });
  }

  /** Removes somebody with all rights; what becomes of their maps has been settled before. */
  async remove(person: string): Promise<void> {
    const sessions = await this.#db.selectFrom('session').select('id').where('person', '=', person).execute();
    await this.#db.transaction().execute(async (trx) => {
      for (const table of ['session', 'account', 'map_member', 'link_grant', 'read_mark', 'person_alias'] as const) {
        await trx.deleteFrom(table).where('person', '=', person).execute();
      }
      await trx.updateTable('share_link').set({ created_by: null }).where('created_by', '=', person).execute();
      await trx.deleteFrom('person').where('id', '=', person).execute();
    });
    this.#options.changes.announce(...sessions.map(({ id }): AccessChange => ({ kind: 'session', session: id })), {
      kind: 'rights',
      map: null,
      person,
    });
  }
}

/**
 * What better-auth is told of a request: nothing but its cookies. One of a session that has ended stays here, because
 * with it better-auth takes back the cookie of the new session in the same answer.
 */
const headersOf = (cookie: string | undefined, present?: Present | null): Headers => {
  if (cookie === undefined) return new Headers();
  return new Headers({ cookie: present === null ? withoutSession(cookie) : cookie });
};

/** What a browser sends that was given these. */
export const cookiesOf = (lines: readonly string[]): string => lines.map((line) => line.split(';')[0]).join('; ');

/** better-auth's word for why; anything else is no refusal but a failure. */
function codeOf(error: unknown): string {
  if (error instanceof APIError && error.statusCode < 500) return error.body?.code ?? 'REFUSED';
  throw error;
}
