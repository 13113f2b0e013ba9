import { getMigrations } from 'better-auth/db/migration';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeAuth } from '../../../server/access/auth.ts';
import { readEnvironment } from '../../../server/environment.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { newGuest, TestVisitor } from '../../support/visitor.ts';

const DAY = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});

const guest = () => newGuest(server.url);
const isThere = async (visitor: TestVisitor): Promise<boolean> => {
  const { db } = server.access.settings;
  const row = await db.selectFrom('person').select('id').where('id', '=', visitor.id).executeTakeFirst();
  return row !== undefined;
};
const wasSeen = async (visitor: TestVisitor, daysAgo: number) => {
  const { db } = server.access.settings;
  const seen_at = Date.now() - daysAgo * DAY;
  await db.updateTable('person').set({ seen_at }).where('id', '=', visitor.id).execute();
};

describe('cleaning up', () => {
  it('removes guests who were not here for 30 days and have nothing, and nobody else', async () => {
    const owner = await guest();
    const map = await owner.createMap();
    const [gone, late, brought, member, account] = [
      await guest(),
      await guest(),
      await guest(),
      await guest(),
      await (await guest()).signUp('stays@example.com'),
    ];
    const { id, url } = await owner.link(map, 'viewer');
    await brought.join(url);
    await member.join(url);
    await owner.expect('POST', `/api/maps/${map}/members`, { body: { person: member.id, role: 'editor' } });
    for (const visitor of [owner, gone, brought, member, account]) await wasSeen(visitor, 31);
    await wasSeen(late, 29);
    const ended: unknown[] = [];
    const { session } = (await server.access.visitorOf({ cookie: gone.cookie })) ?? {};
    const stop = server.access.onChange((change) => ended.push(change));
    await server.access.cleanUp();
    stop();
    const there = await Promise.all([owner, gone, late, brought, member, account].map(isThere));
    expect(there).toEqual([true, false, true, true, true, true]);
    expect(ended).toEqual([{ kind: 'session', session }]);
    expect(await server.access.visitorOf({ cookie: gone.cookie })).toBeNull();
    // When the link goes, nothing keeps whom it brought.
    await owner.expect('DELETE', `/api/maps/${map}/links/${id}`);
    await server.access.cleanUp();
    expect(await Promise.all([brought, member].map(isThere))).toEqual([false, true]);
  });

  it('removes those who never came back after a day', async () => {
    const visitor = await guest();
    await server.access.cleanUp(Date.now() + 0.9 * DAY);
    expect(await isThere(visitor)).toBe(true);
    await server.access.cleanUp(Date.now() + 1.1 * DAY);
    expect(await isThere(visitor)).toBe(false);
  });

  it('of very many takes several goes and leaves none', async () => {
    const { db } = server.access.settings;
    const at = new Date(Date.now() - 40 * DAY).toISOString();
    const people = Array.from({ length: 1_200 }, (_, n) => ({
      id: `old${n}`,
      name: 'Guest',
      email: `old${n}@example.invalid`,
      email_verified: 0,
      is_anonymous: 1,
      color: '#000000',
      named: 0,
      created_at: at,
      updated_at: at,
    }));
    for (let from = 0; from < people.length; from += 400) {
      await db
        .insertInto('person')
        .values(people.slice(from, from + 400))
        .execute();
    }
    await server.access.cleanUp();
    const left = await db.selectFrom('person').select('id').where('id', 'like', 'old%').execute();
    expect(left).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is there after a restart: who one is, what one owns, and what links give', async () => {
    const folder = await temporaryFolder();
    const before = await startServer({ folder });
    const owner = await newGuest(before.url);
    const map = await owner.createMap();
    const { url } = await owner.link(map, 'editor');
    const visitor = await newGuest(before.url);
    await visitor.join(url);
    await before.close();

    const after = await startServer({ folder });
    const again = (one: TestVisitor) => {
      const same = new TestVisitor(after.url);
      same.takeCookiesOf(one);
      return same;
    };
    expect((await again(owner).me()).id).toBe(owner.id);
    expect(await again(visitor).expect('GET', `/api/maps/${map}/me`)).toEqual({ role: 'editor' });
    await (await newGuest(after.url)).join(url);
  });

  it('says when somebody was last here, to the day', async () => {
    const visitor = await guest();
    const { db } = server.access.settings;
    const seen = async () =>
      (await db.selectFrom('person').select('seen_at').where('id', '=', visitor.id).executeTakeFirst())?.seen_at;
    expect(await seen()).toBeNull();
    // The first visit is long over, and what is kept in memory is asked for anew.
    const created_at = new Date(Date.now() - DAY).toISOString();
    await db.updateTable('session').set({ created_at }).where('person', '=', visitor.id).execute();
    await visitor.expect('PATCH', '/api/me', { body: { color: '#2668c9' } });
    await visitor.me();
    expect(Date.now() - ((await seen()) ?? 0)).toBeLessThan(60_000);
  });

  it('renews a session that is used, and its cookie with it', async () => {
    const visitor = await guest();
    const { db } = server.access.settings;
    const long = new Date(Date.now() - 8 * DAY).toISOString();
    const expires_at = new Date(Date.now() + 380 * DAY).toISOString();
    const set = { updated_at: long, expires_at };
    await db.updateTable('session').set(set).where('person', '=', visitor.id).execute();
    await visitor.expect('PATCH', '/api/me', { body: { color: '#2668c9' } });
    const renewed = await visitor.request('GET', '/api/me');
    expect(renewed.headers.getSetCookie()[0]).toMatch(/Max-Age=34560000/);
    expect((await visitor.request('GET', '/api/me')).headers.getSetCookie()).toEqual([]);
    const row = await db.selectFrom('session').selectAll().where('person', '=', visitor.id).executeTakeFirst();
    expect(Date.parse(row?.expires_at ?? '')).toBeGreaterThan(Date.now() + 399 * DAY);
  });
});

it('the tables are those that better-auth expects', async () => {
  const { db } = server.access.settings;
  const nothing = async () => {};
  const { options } = makeAuth(
    {
      db,
      key: 'x'.repeat(43),
      publicOrigin: null,
      sessionSeconds: 1_000,
      signUpOpen: true,
      openId: null,
      onSessionStart: nothing,
      onSessionEnd: nothing,
      onGuestGone: nothing,
      note: nothing,
    },
    { secure: false, openId: null },
  );
  const { toBeAdded, toBeCreated, unsafeChanges, schemaProblems } = await getMigrations(options);
  expect({ toBeAdded, toBeCreated, unsafeChanges, schemaProblems }).toEqual({
    toBeAdded: [],
    toBeCreated: [],
    unsafeChanges: [],
    schemaProblems: [],
  });
});

describe('the environment', () => {
  const openId = { OPENID_ISSUER: 'https://login.example.com', OPENID_CLIENT_ID: 'a', OPENID_CLIENT_SECRET: 'b' };
  const origin = { PUBLIC_ORIGIN: 'https://maps.example.com' };

  it('lets a newcomer work at once, without any account', () => {
    const read = readEnvironment({});
    expect(read).toMatchObject({
      ok: true,
      environment: { whoMayCreate: 'everyone', signUpOpen: true, openId: null, trustProxy: null, authSecret: null },
    });
  });

  it.each([
    [
      { WHO_MAY_CREATE: 'accounts', SIGN_UP: 'closed' },
      { whoMayCreate: 'accounts', signUpOpen: false },
    ],
    [{ TRUST_PROXY: '1' }, { trustProxy: 1 }],
    [{ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }, { trustProxy: '10.0.0.1, 10.1.0.0/16' }],
    [
      { ...openId, ...origin },
      {
        openId: {
          issuer: 'https://login.example.com',
          clientId: 'a',
          clientSecret: 'b',
          name: 'your company',
        },
      },
    ],
  ])('%j is understood', (variables, environment) => {
    expect(readEnvironment(variables)).toMatchObject({ ok: true, environment });
  });

  it.each([
    [{ WHO_MAY_CREATE: 'nobody' }, 'WHO_MAY_CREATE must be everyone or accounts, not "nobody".'],
    [{ SIGN_UP: 'maybe' }, 'SIGN_UP must be open or closed, not "maybe".'],
    [{ TRUST_PROXY: 'yes' }, /^TRUST_PROXY must be the number of proxies .*, not "yes"\.$/],
    [{ AUTH_SECRET: 'too short' }, 'AUTH_SECRET must have at least 32 characters.'],
    [openId, /needs PUBLIC_ORIGIN/],
    [{ OPENID_ISSUER: 'https://login.example.com', ...origin }, /all three/],
    [{ ...openId, ...origin, OPENID_ISSUER: 'login' }, /^OPENID_ISSUER must be the address/],
  ])('%j is refused in a sentence', (variables, sentence) => {
    const read = readEnvironment(variables);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problems.join('\n')).toMatch(sentence);
  });
});
