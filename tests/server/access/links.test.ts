import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessChange } from '../../../server/access/access.ts';
import type { ShareLink } from '../../../shared/protocol/access.ts';
import { until } from '../../support/clients.ts';
import { startServer, type TestServer, temporaryFolder } from '../../support/testServer.ts';
import { newGuest, TestVisitor } from '../../support/visitor.ts';

let server: TestServer;
let owner: TestVisitor;
let map: string;
beforeAll(async () => {
  server = await startServer();
  owner = await newGuest(server.url);
  await owner.expect('PATCH', '/api/me', { body: { name: 'Ada' } });
  map = await owner.createMap();
});

const guest = () => newGuest(server.url);
const pathOf = (url: string) => new URL(url).pathname;
const roleOf = async (visitor: TestVisitor) => {
  const reply = await visitor.request('GET', `/api/maps/${map}/me`);
  return reply.status === 200 ? (reply.json as { role: string }).role : reply.status;
};
const change = (id: string, body: object) => owner.expect('PATCH', `/api/maps/${map}/links/${id}`, { body });
const links = (): Promise<ShareLink[]> => owner.expect('GET', `/api/maps/${map}/links`);

describe('a link', () => {
  it('brings a browser that was never here to the map, without a trace of the token', async () => {
    const { url } = await owner.link(map, 'editor');
    const token = pathOf(url).split('/')[2] ?? '';
    // 128 random bits and more.
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const stranger = new TestVisitor(server.url);
    const response = await stranger.fetch(pathOf(url));
    expect([response.status, response.headers.get('location')]).toEqual([303, `/m/${map}`]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(await roleOf(stranger)).toBe('editor');
  });

  it('is not redeemed by who only looks ahead', async () => {
    const { id, url } = await owner.link(map, 'viewer');
    const visitor = new TestVisitor(server.url);
    expect((await visitor.fetch(pathOf(url), { method: 'HEAD' })).status).toBe(404);
    expect((await visitor.fetch(pathOf(url), { headers: { 'sec-purpose': 'prefetch;prerender' } })).status).toBe(503);
    expect(visitor.cookie).toBe('');
    expect((await links()).find((link) => link.id === id)).toMatchObject({ people: 0 });
  });

  it('is redeemed by the page as well', async () => {
    const { url } = await owner.link(map, 'viewer');
    const visitor = await guest();
    expect(await visitor.expect('POST', `/api${pathOf(url)}`, { body: {} })).toEqual({ map });
    expect(await roleOf(visitor)).toBe('viewer');
  });

  it('gives what it gives at present: a new role holds for everybody it brought', async () => {
    const { id, url } = await owner.link(map, 'editor');
    const [first, second] = [await guest(), await guest()];
    await first.join(url);
    await second.join(url);
    const heard: AccessChange[] = [];
    const stop = server.access.onChange((one) => heard.push(one));
    for (const role of ['viewer', 'commenter', 'editor'] as const) {
      await change(id, { role });
      expect([await roleOf(first), await roleOf(second)]).toEqual([role, role]);
    }
    stop();
    expect(heard).toEqual(Array(3).fill({ kind: 'rights', map, person: null }));
    expect((await links()).find((link) => link.id === id)).toMatchObject({ role: 'editor', people: 2, enabled: true });
  });

  it('can be switched off and on', async () => {
    const { id, url } = await owner.link(map, 'viewer');
    const visitor = await guest();
    await visitor.join(url);
    await change(id, { enabled: false });
    expect(await roleOf(visitor)).toBe(404);
    const late = await guest();
    const reply = await late.request('GET', pathOf(url));
    expect(reply).toMatchObject({ status: 410, error: 'link_revoked' });
    expect(reply.text).toContain('Ask Ada');
    await change(id, { enabled: true });
    expect(await roleOf(visitor)).toBe('viewer');
    await late.join(url);
  });

  it('ends for everybody it brought when it is deleted, and is unknown then', async () => {
    const { id, url } = await owner.link(map, 'editor');
    const [visitor, member] = [await guest(), await guest()];
    await visitor.join(url);
    await member.join(url);
    const body = { person: member.id, role: 'commenter' };
    await owner.expect('POST', `/api/maps/${map}/members`, { body });
    await owner.expect('DELETE', `/api/maps/${map}/links/${id}`);
    expect([await roleOf(visitor), await roleOf(member)]).toEqual([404, 'commenter']);
    expect(await visitor.request('GET', pathOf(url))).toMatchObject({ status: 404, error: 'unknown_link' });
    expect(await owner.request('DELETE', `/api/maps/${map}/links/${id}`)).toMatchObject({ status: 404 });
  });

  it('ends at its time, for those it brought too, and says so by itself', async () => {
    const { id, url } = await owner.link(map, 'editor');
    const visitor = await guest();
    await visitor.join(url);
    expect(await roleOf(visitor)).toBe('editor');
    const end = Date.now() + 1_000;
    let said: unknown = null;
    server.access.onChange((change) => {
      if (Date.now() >= end) said = change;
    });
    await owner.expect('PATCH', `/api/maps/${map}/links/${id}`, { body: { expiresAt: new Date(end).toISOString() } });
    await until('it says so', () => said !== null);
    expect(said).toEqual({ kind: 'rights', map, person: null });
    expect(await roleOf(visitor)).toBe(404);
    const reply = await visitor.request('GET', pathOf(url));
    expect(reply).toMatchObject({ status: 410, error: 'link_expired' });
    expect(reply.text).toContain('Ask Ada');
  });

  it.each([
    [{ role: 'owner' }, 'A link gives one of the roles viewer, commenter and editor.'],
    [{ role: 'viewer', expiresAt: 'tomorrow' }, 'A time looks like 2026-12-31T18:00:00Z.'],
    [{ role: 'viewer', expiresAt: '2001-01-01T00:00:00Z' }, 'The end of a link lies in the future.'],
    [{ role: 'viewer', password: '' }, 'A password has at least one character.'],
  ])('like %j is refused', async (body, message) => {
    const reply = await owner.request('POST', `/api/maps/${map}/links`, { body });
    expect([reply.status, reply.json]).toEqual([400, { error: 'bad_request', message }]);
  });

  it('leads nowhere while its map is in the trash', async () => {
    const other = await owner.createMap('Thrown away');
    const { url } = await owner.link(other, 'viewer');
    await owner.expect('DELETE', `/api/maps/${other}`);
    expect(await (await guest()).request('GET', pathOf(url))).toMatchObject({ status: 410, error: 'link_revoked' });
  });
});

describe('a link with a password', () => {
  it('asks for it, and opens with it alone', async () => {
    const { id, url } = await owner.link(map, 'commenter', { password: 'open sesame' });
    const visitor = await guest();
    expect(await visitor.request('GET', pathOf(url))).toMatchObject({ status: 401, error: 'password_needed' });
    const post = (password?: string) =>
      visitor.request('POST', `/api${pathOf(url)}`, { body: password === undefined ? {} : { password } });
    expect(await post()).toMatchObject({ status: 401, error: 'password_needed' });
    expect(await post('sesame')).toMatchObject({ status: 403, error: 'wrong_password' });
    expect(await roleOf(visitor)).toBe(404);
    expect(await post('open sesame')).toMatchObject({ status: 200, json: { map } });
    expect(await roleOf(visitor)).toBe('commenter');
    expect((await links()).find((link) => link.id === id)).toMatchObject({ hasPassword: true });
    await change(id, { password: null });
    await (await guest()).join(url);
  });
});

it('neither a token nor a password of a link is anywhere in the data folder', async () => {
  const { url } = await owner.link(map, 'viewer', { password: 'a password nobody else has' });
  const token = pathOf(url).split('/')[2] ?? '';
  await (await guest()).expect('POST', `/api${pathOf(url)}`, { body: { password: 'a password nobody else has' } });
  // The same address again: it is made anew from what is stored and the secret.
  expect((await links()).some((link) => link.url === url)).toBe(true);
  // A program of its own copies them: whoever opens and closes a database's file in this process takes its locks away.
  const copy = join(await temporaryFolder(), 'copy');
  await promisify(execFile)('cp', ['-r', server.folder, copy]);
  expect(await readdir(copy)).toContain('throughline.db-wal');
  for (const name of await readdir(copy)) {
    const bytes = await readFile(join(copy, name));
    expect([name, bytes.includes(token), bytes.includes('a password nobody')]).toEqual([name, false, false]);
  }
  expect((await stat(join(server.folder, 'secret'))).mode & 0o777).toBe(0o600);
});

it('guessing is slowed down, for tokens and for passwords, however fast it is done', async () => {
  const own = await startServer();
  const facilitator = await newGuest(own.url);
  const theirs = await facilitator.createMap();
  const { url } = await facilitator.link(theirs, 'viewer', { password: 'open sesame' });
  const guess = (at: number) =>
    facilitator.request('POST', `/api${at % 2 ? pathOf(url) : `/join/${'x'.repeat(40)}${100 + at}`}`, {
      body: { password: 'guess' },
    });
  const replies = await Promise.all(Array.from({ length: 60 }, (_, at) => guess(at)));
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(40);
  const late = await facilitator.request('POST', `/api${pathOf(url)}`, { body: { password: 'open sesame' } });
  expect(late).toMatchObject({ status: 429, error: 'too_many_requests' });
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  // Everything else goes on: a right token was not guessed, whoever else is behind the same address.
  expect(await facilitator.request('GET', `/api/maps/${theirs}`)).toMatchObject({ status: 200 });
  const plain = await facilitator.link(theirs, 'viewer');
  expect(await (await newGuest(own.url)).join(plain.url)).toBe(`/m/${theirs}`);
});

describe('members', () => {
  it('are added by the address of their account, changed and removed; one owner always stays', async () => {
    const friend = await (await guest()).signUp('friend@example.com', { name: 'Grace' });
    const path = `/api/maps/${map}/members`;
    const add = (body: object) => owner.request('POST', path, { body });
    expect(await add({ email: 'nobody@example.com', role: 'editor' })).toMatchObject({ error: 'unknown_person' });
    expect(await add({ person: friend.id, role: 'editor' })).toMatchObject({ status: 404, error: 'unknown_person' });
    expect(await add({ email: ' Friend@Example.com ', role: 'editor' })).toMatchObject({ status: 204 });
    expect(await roleOf(friend)).toBe('editor');
    const people = (): Promise<{ id: string }[]> => owner.expect('GET', `/api/maps/${map}/people`);
    expect((await people()).find(({ id }) => id === friend.id)).toMatchObject({
      name: 'Grace',
      kind: 'account',
      email: 'friend@example.com',
      role: 'editor',
      link: null,
    });
    const seen: { email: string | null }[] = await friend.expect('GET', `/api/maps/${map}/people`);
    expect(seen.every(({ email }) => email === null)).toBe(true);

    const set = (person: string, role: string) => owner.request('PATCH', `${path}/${person}`, { body: { role } });
    expect(await set(owner.id, 'viewer')).toMatchObject({ status: 409, error: 'last_owner' });
    expect(await owner.request('DELETE', `${path}/${owner.id}`)).toMatchObject({ status: 409, error: 'last_owner' });
    expect(await set(friend.id, 'viewer')).toMatchObject({ status: 204 });
    expect(await roleOf(friend)).toBe('viewer');
    // Everybody may leave.
    expect(await friend.request('DELETE', `${path}/${friend.id}`)).toMatchObject({ status: 204 });
    expect(await roleOf(friend)).toBe(404);
  });

  it('lose the map whole when they are removed, also what a link gave them', async () => {
    const { url } = await owner.link(map, 'editor');
    const visitor = await guest();
    await visitor.join(url);
    await owner.expect('DELETE', `/api/maps/${map}/members/${visitor.id}`);
    expect(await roleOf(visitor)).toBe(404);
  });

  it('have the role that an owner gave them, also where their link gives more', async () => {
    const { id, url } = await owner.link(map, 'editor');
    const visitor = await guest();
    await visitor.join(url);
    const path = `/api/maps/${map}/members`;
    await owner.expect('POST', path, { body: { person: visitor.id, role: 'commenter' } });
    expect(await roleOf(visitor)).toBe('commenter');
    // By their own doing they may come by the link again; what the owner says then counts again.
    await visitor.join(url);
    await owner.expect('PATCH', `${path}/${visitor.id}`, { body: { role: 'viewer' } });
    expect(await roleOf(visitor)).toBe('viewer');
    expect((await links()).find((link) => link.id === id)).toMatchObject({ people: 0 });
  });

  it('of whom two are owners do not both stop being it at once', async () => {
    const friend = await (await guest()).signUp('other@example.com');
    const own = await owner.createMap();
    const path = `/api/maps/${own}/members`;
    await owner.expect('POST', path, { body: { email: 'other@example.com', role: 'owner' } });
    const replies = await Promise.all([
      owner.request('DELETE', `${path}/${friend.id}`),
      friend.request('DELETE', `${path}/${owner.id}`),
    ]);
    const left = (await Promise.all([owner, friend].map((one) => one.request('GET', `/api/maps/${own}`)))).filter(
      ({ status }) => status === 200,
    );
    expect([replies.some(({ status }) => status === 204), left.length > 0]).toEqual([true, true]);
  });
});

it('a change reaches those who listen at once, and what is asked then is new', async () => {
  const { id, url } = await owner.link(map, 'editor');
  const visitor = await guest();
  await visitor.join(url);
  // Kept in memory before the change.
  await server.access.roleOn(map, visitor.id);
  const asked: Promise<unknown>[] = [];
  const stop = server.access.onChange(() => void asked.push(server.access.roleOn(map, visitor.id)));
  await change(id, { role: 'viewer' });
  stop();
  expect(await Promise.all(asked)).toEqual(['viewer']);
});
