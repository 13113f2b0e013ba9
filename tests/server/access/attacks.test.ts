import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { errorBody } from '../../../shared/protocol/http.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { newGuest, TestVisitor } from '../../support/visitor.ts';

/** How often a password was hashed: what takes nearly all the time of a sign-in. */
const hashing = vi.hoisted(() => ({ count: 0 }));
vi.mock('better-auth/crypto', async (original) => {
  const { hashPassword, verifyPassword, ...rest } = await original<typeof import('better-auth/crypto')>();
  const counted =
    <Input, Output>(hash: (input: Input) => Output) =>
    (input: Input): Output => {
      hashing.count++;
      return hash(input);
    };
  return { ...rest, hashPassword: counted(hashPassword), verifyPassword: counted(verifyPassword) };
});

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ environment: { signInsPerMinute: 1_000 } });
});

const guest = () => newGuest(server.url);
const right = 'correct horse battery';

describe('session fixation:', () => {
  it('a session that somebody slipped in before signing up is worth nothing afterwards', async () => {
    const attacker = await guest();
    const victim = new TestVisitor(server.url);
    victim.takeCookiesOf(attacker);
    await victim.signUp('fixed@example.com');
    expect(victim.cookie).not.toBe(attacker.cookie);
    expect(await server.access.visitorOf({ cookie: attacker.cookie })).toBeNull();
    const { kind, email } = await new TestVisitor(server.url).me();
    expect([kind, email]).toEqual(['guest', null]);
  });

  it('nor is one of a guest or of another account before signing in', async () => {
    const email = 'signs.in@example.com';
    await (await guest()).signUp(email);
    for (const attacker of [await guest(), await (await guest()).signUp('attacker@example.com')]) {
      const victim = new TestVisitor(server.url);
      victim.takeCookiesOf(attacker);
      await victim.signIn(email);
      expect(victim.cookie).not.toBe(attacker.cookie);
      expect(await server.access.visitorOf({ cookie: attacker.cookie })).toBeNull();
      expect((await victim.me()).email).toBe(email);
    }
  });

  it('a cookie that nobody was given makes no session of its own', async () => {
    const visitor = await guest();
    const [, value = ''] = visitor.cookie.split('=');
    const made = await fetch(`${server.url}/api/me`, { headers: { cookie: `throughline=chosen.${value}` } });
    const [cookie = ''] = made.headers.getSetCookie();
    expect(cookie).toMatch(/^throughline=(?!chosen)/);
  });
});

describe('telling accounts apart:', () => {
  const signIn = async (email: string, password: string) => {
    const visitor = await guest();
    const before = hashing.count;
    const reply = await visitor.request('POST', '/api/auth/sign-in/email', { body: { email, password } });
    return { reply, hashes: hashing.count - before };
  };

  it('a wrong password and an unknown address get the same answer for the same work', async () => {
    await (await guest()).signUp('known@example.com');
    const known = await signIn('known@example.com', 'wrong password');
    const unknown = await signIn('unknown@example.com', 'wrong password');
    expect(known.reply.text).toBe(unknown.reply.text);
    expect([known.reply.status, known.reply.headers.getSetCookie()]).toEqual([401, []]);
    expect([unknown.reply.status, unknown.reply.headers.getSetCookie()]).toEqual([401, []]);
    // Without hashing for nobody, how long it takes would tell one from the other.
    expect([known.hashes, unknown.hashes]).toEqual([1, 1]);
  });

  it('signing up with an address that is known gives no session and changes nothing', async () => {
    await (await guest()).signUp('taken@example.com');
    const visitor = await guest();
    const body = { name: 'x', email: 'TAKEN@example.com', password: 'another password' };
    const reply = await visitor.request('POST', '/api/auth/sign-up/email', { body });
    expect(reply).toMatchObject({ status: 422, error: 'address_taken' });
    expect((await visitor.me()).kind).toBe('guest');
    await (await guest()).signIn('taken@example.com', right);
  });
});

describe('guessing passwords', () => {
  it('is slowed down for one address and for one account, however fast it is done', async () => {
    const own = await startServer({ environment: { signInsPerMinute: 10 } });
    const visitor = await newGuest(own.url);
    const attempt = (email: string, password = 'guess') =>
      visitor.request('POST', '/api/auth/sign-in/email', { body: { email, password } });
    const replies = await Promise.all(Array.from({ length: 30 }, (_, at) => attempt(`a${at}@example.com`)));
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(replies.filter(({ status, error }) => status === 429 && error === 'too_many_requests')).toHaveLength(20);
  });

  it('does not lock out who knows it because they sign in often', async () => {
    const own = await startServer({ environment: { signInsPerMinute: 4 } });
    await (await newGuest(own.url)).signUp('often@example.com');
    for (let i = 0; i < 6; i++) await (await newGuest(own.url)).signIn('often@example.com');
  });
});

describe('leading people elsewhere:', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/ /evil.example',
    'javascript:alert(1)',
    'evil',
    '',
  ])('the page after a sign-in cannot be %j', async (callbackURL) => {
    const visitor = await guest();
    for (const body of [
      { provider: 'company', callbackURL, errorCallbackURL: '/sign-in?failed' },
      { provider: 'company', callbackURL: '/', errorCallbackURL: callbackURL },
    ]) {
      const reply = await visitor.request('POST', '/api/auth/sign-in/social', { body });
      expect(reply).toMatchObject({ status: 400, error: 'bad_request' });
    }
    const credentials = { email: 'a@example.com', password: right, callbackURL };
    const reply = await visitor.request('POST', '/api/auth/sign-in/email', { body: credentials });
    expect(reply).toMatchObject({ status: 400, error: 'bad_request' });
    expect(reply.headers.get('location')).toBeNull();
  });
});

describe('another site', () => {
  it.each([
    ['POST', '/api/auth/sign-in/email'],
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/sign-out'],
    ['POST', '/api/auth/delete-user'],
    ['POST', '/api/auth/change-password'],
    ['POST', '/api/maps'],
    ['PATCH', '/api/me'],
    ['POST', '/api/join/AAAA'],
  ])('cannot have a browser %s %s', async (method, path) => {
    const visitor = await guest();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const reply = await visitor.request(method, path, { body: {}, headers: headers as Record<string, string> });
      expect(reply).toMatchObject({ status: 403, error: 'foreign_origin' });
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await visitor.request(method, path, { body: 'email=a', headers: form });
    expect(reply).toMatchObject({ status: 415, error: 'wrong_type' });
  });
});

describe('every answer about people', () => {
  it.each<[string, string, unknown, number]>([
    ['GET', '/api/auth/get-session', undefined, 404],
    ['GET', '/api/auth/ok', undefined, 404],
    ['GET', '/api/auth/error', undefined, 404],
    ['GET', '/api/auth/list-accounts', undefined, 401],
    ['POST', '/api/auth/sign-in/anonymous', {}, 404],
    ['POST', '/api/auth/delete-anonymous-user', {}, 404],
    ['POST', '/api/auth/update-user', { name: 'x' }, 404],
    ['POST', '/api/auth/change-email', { newEmail: 'a@example.com' }, 404],
    ['POST', '/api/auth/sign-in/email', {}, 400],
    ['POST', '/api/auth/sign-in/email', { email: ['a'], password: {} }, 400],
    ['POST', '/api/auth/sign-up/email', [], 400],
    ['POST', '/api/auth/sign-in/social', { provider: 'google', callbackURL: '/', errorCallbackURL: '/' }, 400],
    ['POST', '/api/auth/sign-in/social', { provider: 'company', callbackURL: '/', errorCallbackURL: '/' }, 404],
    ['GET', '/api/auth/callback/company?code=1&state=2', undefined, 404],
    ['POST', '/api/auth/change-password', { currentPassword: 'a', newPassword: 'long enough' }, 401],
    ['POST', '/api/auth/delete-user', {}, 401],
    ['POST', '/api/auth/revoke-sessions', {}, 401],
    ['PATCH', '/api/me', {}, 401],
    ['GET', '/join/AAAA', undefined, 404],
    ['GET', `/join/${'A'.repeat(43)}`, undefined, 404],
    ['GET', '/join/%00', undefined, 404],
    ['POST', '/api/join/AAAA', { password: 5 }, 400],
  ])('%s %s with %j: %i in our own words, and no session', async (method, path, body, status) => {
    const nobody = new TestVisitor(server.url);
    const reply = await nobody.request(method, path, body === undefined ? {} : { body });
    expect(reply.status).toBe(status);
    const { error, message } = errorBody.parse(reply.json);
    expect([/^[a-z_]+$/.test(error), /\.$/.test(message)]).toEqual([true, true]);
    expect(Object.keys(reply.json)).toEqual(['error', 'message']);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  it.each(['/api/auth/sign-in/email', '/api/join/AAAA', '/api/me'])('of 20 MB is refused at %s', async (path) => {
    const body = { password: 'x'.repeat(20_000_000) };
    const reply = await new TestVisitor(server.url).request(path === '/api/me' ? 'PATCH' : 'POST', path, { body });
    expect(reply).toMatchObject({ status: 413, error: 'too_large' });
  });

  it('holds no token of a session', async () => {
    const visitor = await guest();
    const body = { name: 'A', email: 'token@example.com', password: right };
    const { text } = await visitor.request('POST', '/api/auth/sign-up/email', { body });
    const token = decodeURIComponent(visitor.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(text).not.toContain(token);
    expect((await visitor.request('GET', '/api/me')).text).not.toContain(token);
  });
});

describe('cookies and headers', () => {
  const answer = async (own: TestServer, headers: Record<string, string> = {}) => {
    const reply = await fetch(`${own.url}/api/me`, { headers });
    return { cookie: reply.headers.getSetCookie()[0] ?? '', sts: reply.headers.get('strict-transport-security') };
  };
  const plain = /^throughline=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/;
  const secure = /^__Host-throughline=[^;]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/;
  const behind = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };

  it('say nothing of TLS where there is none, whatever a header says', async () => {
    for (const headers of [{}, behind]) {
      const { cookie, sts } = await answer(server, headers);
      expect(cookie).toMatch(plain);
      expect(sts).toBeNull();
    }
  });

  it('are for TLS alone behind a proxy that is trusted and says so', async () => {
    const own = await startServer({ environment: { trustProxy: 1 } });
    const over = await answer(own, behind);
    expect(over.cookie).toMatch(secure);
    expect(over.sts).toBe('max-age=15552000');
    expect((await answer(own)).cookie).toMatch(plain);
    expect((await answer(own)).sts).toBeNull();
    const visitor = await own.access.visitorOf({ cookie: over.cookie.split(';')[0] });
    expect(visitor).toMatchObject({ kind: 'guest' });
  });

  it('are for TLS alone where people reach the server under an address with it', async () => {
    const own = await startServer({ environment: { publicOrigin: 'https://maps.example.com' } });
    const { cookie, sts } = await answer(own);
    expect(cookie).toMatch(secure);
    expect(sts).toBe('max-age=15552000');
    // One that could have been slipped in without TLS does not count there.
    const [, value = ''] = (cookie.split(';')[0] ?? '').split('=');
    expect(await own.access.visitorOf({ cookie: `throughline=${value}` })).toBeNull();
    expect(await own.access.visitorOf({ cookie: `__Host-throughline=${value}` })).not.toBeNull();
    const owner = new TestVisitor(own.url);
    const map = await owner.createMap();
    expect((await owner.link(map, 'viewer')).url).toMatch(/^https:\/\/maps\.example\.com\/join\//);
  });

  it('come with the page, once', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Throughline</title>');
    const own = await startServer({ pageFolder: folder });
    const visitor = new TestVisitor(own.url);
    for (const [path, cookies] of [
      ['/', 1],
      ['/', 0],
      ['/m/AAAAAAAAAAAAAAAAAAAAAA', 0],
      ['/account', 0],
      ['/sign-in', 0],
    ] as const) {
      const reply = await visitor.request('GET', path, { headers: { accept: 'text/html' } });
      expect([path, reply.status, reply.headers.getSetCookie().length]).toEqual([path, 200, cookies]);
      expect(reply.text).toContain('<title>Throughline');
    }
    const wrong = await visitor.request('GET', '/join/AAAA', { headers: { accept: 'text/html,*/*' } });
    expect([wrong.status, wrong.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(wrong.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(wrong.text).toContain('<title>Throughline');
  });
});

it('what is limited by address is limited by that of the browser, not of the proxy, and not by what it claims', async () => {
  const own = await startServer({ environment: { trustProxy: 1, guestsPerMinute: 3 } });
  const from = (address: string) =>
    fetch(`${own.url}/api/me`, { headers: { 'x-forwarded-for': address } }).then(({ status }) => status);
  expect(await Promise.all([1, 2, 3].map(() => from('203.0.113.1')))).toEqual([200, 200, 200]);
  expect(await from('203.0.113.1')).toBe(429);
  expect(await from('203.0.113.2')).toBe(200);
  // The nearest proxy appends what it saw; what stands before that the browser wrote itself.
  expect(await from('198.51.100.9, 203.0.113.1')).toBe(429);
});

it('a thousand who come at once are let in as far as there is room, and nobody else waits for them', async () => {
  const own = await startServer();
  const owner = await newGuest(own.url);
  const map = await owner.createMap();
  const { pathname } = new URL((await owner.link(map, 'viewer')).url);
  let answered = 0;
  let coming = true;
  const others = (async () => {
    while (coming) {
      expect(await owner.request('GET', `/api/maps/${map}`)).toMatchObject({ status: 200 });
      if (coming) answered++;
    }
  })();
  const joins = await Promise.all(
    Array.from({ length: 1_000 }, async () => {
      const response = await fetch(own.url + pathname, { redirect: 'manual' });
      await response.arrayBuffer();
      return response.status;
    }),
  );
  coming = false;
  await others;
  const count = (status: number) => joins.filter((one) => one === status).length;
  // One guest of the 600 a minute is the owner.
  expect([count(303), count(429)]).toEqual([599, 401]);
  // In between, not after all of them.
  expect(answered).toBeGreaterThan(1);
  expect((await owner.request('GET', '/api/health')).json).toEqual({ status: 'ready', reasons: [] });
});

it('no line of the log holds a token, a cookie, a password or an address, however much is logged', async () => {
  const own = await startServer({ logLevel: 'trace' });
  const owner = await newGuest(own.url);
  const map = await owner.createMap();
  const { url } = await owner.link(map, 'viewer', { password: 'open sesame' });
  const token = new URL(url).pathname.split('/')[2] ?? '';
  const visitor = await newGuest(own.url);
  await visitor.request('GET', `/join/${token}`);
  await visitor.request('GET', `/join/${token}?again`);
  await visitor.request('POST', `/api/join/${token}`, { body: { password: 'wrong' } });
  await visitor.request('POST', `/api/join/${token}`, { body: { password: 'open sesame' } });
  await visitor.request('POST', `/api/join/${token}`, { body: '{', headers: { 'content-type': 'application/json' } });
  await visitor.request('PUT', `/join/${token}`, { headers: { origin: 'https://evil.example' } });
  const before = visitor.cookie;
  await visitor.signUp('logged@example.com', { password: 'a very long secret' });
  const again = await newGuest(own.url);
  await again.request('POST', '/api/auth/sign-in/email', {
    body: { email: 'logged@example.com', password: 'nope nope' },
  });
  await again.signIn('logged@example.com', 'a very long secret');
  // And what goes wrong.
  await own.close();
  own.logged.push('');
  const log = own.logged.join('\n');
  const values = [before, visitor.cookie, again.cookie].map((cookie) => cookie.split('=')[1] ?? 'none');
  for (const secret of [token, 'open sesame', 'a very long secret', 'nope nope', 'logged@example.com', ...values]) {
    expect(log).not.toContain(secret);
  }
});

it.each([
  ['accounts', 'open', 403],
  ['everyone', 'open', 201],
] as const)('where %s may make maps, a guest is answered with %3$i', async (whoMayCreate, _signUp, status) => {
  const own = await startServer({ environment: { whoMayCreate } });
  const visitor = await newGuest(own.url);
  expect((await visitor.me()).mayCreateMaps).toBe(status === 201);
  const made = await visitor.request('POST', '/api/maps', { body: { title: 'x' } });
  const csv = { body: 'Stage,Step\nA,B\n', headers: { 'content-type': 'text/csv' } };
  expect([made.status, (await visitor.request('POST', '/api/import', csv)).status]).toEqual([status, status]);
  if (status === 403) expect(made.error).toBe('account_needed');
  await visitor.signUp('maker@example.com');
  expect((await visitor.me()).mayCreateMaps).toBe(true);
  const map = await visitor.createMap();
  const looker = await newGuest(own.url);
  await looker.join((await visitor.link(map, 'viewer')).url);
  expect((await looker.request('POST', `/api/maps/${map}/copy`, { body: {} })).status).toBe(status);
});

it('where sign-up is closed nobody makes an account, and everybody with one comes in', async () => {
  const folder = await temporaryFolder();
  const before = await startServer({ folder });
  await (await newGuest(before.url)).signUp('early@example.com');
  await before.close();
  const own = await startServer({ folder, environment: { signUpOpen: false } });
  const visitor = await newGuest(own.url);
  expect((await visitor.me()).signUpOpen).toBe(false);
  const body = { name: 'x', email: 'late@example.com', password: right };
  expect(await visitor.request('POST', '/api/auth/sign-up/email', { body })).toMatchObject({
    status: 403,
    error: 'sign_up_closed',
  });
  await visitor.signIn('early@example.com');
});
