import { beforeAll, describe, expect, it } from 'vitest';
import { me as meSchema } from '../../../shared/protocol/access.ts';
import { startServer, type TestServer } from '../../support/testServer.ts';
import { newGuest, TestVisitor } from '../../support/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ environment: { signInsPerMinute: 1_000 } });
});

let people = 0;
const anAddress = () => `somebody${++people}@example.com`;
const guest = () => newGuest(server.url);

describe('a visitor', () => {
  it('is a guest from the first thing they ask on, with a name that was made up', async () => {
    const visitor = new TestVisitor(server.url);
    const reply = await visitor.request('GET', '/api/me');
    const me = meSchema.parse(reply.json);
    expect(me).toMatchObject({ kind: 'guest', email: null, named: false, mayCreateMaps: true, signUpOpen: true });
    expect(me.name).toMatch(/^Guest \d+$/);
    expect(await visitor.me()).toEqual(me);
    expect(await visitor.me()).not.toEqual(await (await guest()).me());
  });

  it('makes a map with one request, and has it by the cookie of the answer', async () => {
    const program = new TestVisitor(server.url);
    const map = await program.createMap('By a program');
    expect(await program.request('GET', `/api/maps/${map}`)).toMatchObject({ status: 200 });
    expect(await new TestVisitor(server.url).request('GET', `/api/maps/${map}`)).toMatchObject({ status: 404 });
  });

  it('chooses a name and a colour at once, and neither takes the other back', async () => {
    const guesting = await guest();
    const visitor = await server.access.visitorOf({ cookie: guesting.cookie });
    if (!visitor) throw new Error('nobody came');
    const heard: unknown[] = [];
    const stop = server.access.onChange((change) => heard.push(change));
    await Promise.all([
      server.access.people.change({ visitor }, { name: 'Ada' }),
      server.access.people.change({ visitor }, { color: '#4d7c1f' }),
    ]);
    stop();
    expect(await guesting.me()).toMatchObject({ name: 'Ada', color: '#4d7c1f' });
    expect(heard.at(-1)).toMatchObject({ name: 'Ada', color: '#4d7c1f' });
  });

  it('chooses a name and a colour', async () => {
    const visitor = await guest();
    const heard: unknown[] = [];
    const stop = server.access.onChange((change) => heard.push(change));
    await visitor.expect('PATCH', '/api/me', { body: { name: ' Ada ', color: '#2668c9' } });
    stop();
    expect(await visitor.me()).toMatchObject({ name: 'Ada', color: '#2668c9', named: true, kind: 'guest' });
    expect(heard).toEqual([{ kind: 'person', person: visitor.id, name: 'Ada', color: '#2668c9' }]);
    expect(await visitor.request('PATCH', '/api/me', { body: { color: 'red' } })).toMatchObject({ status: 400 });
    await visitor.expect('PATCH', '/api/me', { body: { name: 'Ada\u202e\n\u0000 L\u200b' } });
    expect((await visitor.me()).name).toBe('Ada  L');
    expect(await visitor.request('PATCH', '/api/me', { body: { name: '\u200b' } })).toMatchObject({ status: 400 });
    expect(await visitor.request('PATCH', '/api/me', { body: { kind: 'account' } })).toMatchObject({ status: 400 });
    const nobody = new TestVisitor(server.url);
    expect(await nobody.request('PATCH', '/api/me', { body: { name: 'x' } })).toMatchObject({ error: 'no_session' });
  });
});

describe('who signs up', () => {
  it('stays the same person, keeps their maps, and has another session', async () => {
    const visitor = await guest();
    const map = await visitor.createMap('Kept');
    const before = new TestVisitor(server.url);
    before.takeCookiesOf(visitor);
    const { id } = visitor;
    const heard: { kind: string }[] = [];
    const stop = server.access.onChange((change) => heard.push(change));
    const email = anAddress();
    await visitor.signUp(email, { name: 'Ada' });
    stop();
    expect(await visitor.me()).toMatchObject({ id, name: 'Ada', kind: 'account', email, named: true });
    expect(visitor.cookie).not.toBe(before.cookie);
    expect(await visitor.expect('GET', '/api/maps')).toMatchObject([{ id: map, role: 'owner' }]);
    expect(await server.access.visitorOf({ cookie: before.cookie })).toBeNull();
    expect(heard).toContainEqual({ kind: 'moved', session: expect.any(String), from: id, to: id });
    expect(heard.some(({ kind }) => kind === 'session')).toBe(false);
  });

  it('needs no guest to begin with, and may sign in once more without losing their other windows', async () => {
    const email = anAddress();
    const program = await new TestVisitor(server.url).signUp(email);
    expect(await program.me()).toMatchObject({ kind: 'account', email, named: true });
    const map = await program.createMap();
    const { session, id } = (await server.access.visitorOf({ cookie: program.cookie })) ?? {};
    const heard: unknown[] = [];
    const stop = server.access.onChange((change) => heard.push(change));
    await program.signIn(email);
    await program.signUp(anAddress());
    stop();
    expect(heard[0]).toEqual({ kind: 'moved', session, from: id, to: id });
    // Another account is another person, whose maps these are not.
    expect(heard.at(-1)).toMatchObject({ kind: 'session' });
    expect(await program.request('GET', `/api/maps/${map}`)).toMatchObject({ status: 404 });
  });

  it('comes in again with address and password, from elsewhere, and brings what they had there', async () => {
    const email = anAddress();
    const first = await (await guest()).signUp(email);
    const map = await first.createMap('At home');
    const owner = await guest();
    const shared = await owner.createMap('Shared');
    const elsewhere = await guest();
    const theirs = await elsewhere.createMap('Made elsewhere');
    await elsewhere.join((await owner.link(shared, 'editor')).url);
    const before = elsewhere.id;
    await elsewhere.signIn(email.toUpperCase());
    expect(elsewhere.id).toBe(first.id);
    const list: { id: string; role: string }[] = await elsewhere.expect('GET', '/api/maps');
    expect(list.map(({ id, role }) => `${id} ${role}`).sort()).toEqual(
      [`${map} owner`, `${theirs} owner`, `${shared} editor`].sort(),
    );
    // The first browser is still signed in and sees the same.
    expect(await first.expect('GET', '/api/maps')).toHaveLength(3);
    expect(await server.access.roleOn(theirs, before)).toBeNull();
  });

  it.each([
    [{ name: 'A', email: 'no address', password: 'long enough' }, 'An address looks like ada@example.com.'],
    [{ name: 'A', email: 'a@example.com', password: 'short' }, 'A password has at least 8 characters.'],
    [{ name: ' ', email: 'a@example.com', password: 'long enough' }, 'A name has at least one character.'],
    [{ name: 'A', email: 'a@example.com', password: 'long enough', isAnonymous: true }, /^Nothing is known here/],
    [{ name: 'A', email: 'a@example.com', password: 'long enough', color: '#000000' }, /^Nothing is known here/],
  ])('with %j is told what is wrong with it', async (body, message) => {
    const reply = await (await guest()).request('POST', '/api/auth/sign-up/email', { body });
    expect(reply).toMatchObject({ status: 400, error: 'bad_request' });
    expect((reply.json as { message: string }).message).toMatch(message);
  });
});

describe('a session', () => {
  it('ends with signing out, for what is open by it too', async () => {
    const visitor = await (await guest()).signUp(anAddress());
    const copy = new TestVisitor(server.url);
    copy.takeCookiesOf(visitor);
    const { session } = (await server.access.visitorOf({ cookie: copy.cookie })) ?? {};
    const heard: unknown[] = [];
    const stop = server.access.onChange((change) => heard.push(change));
    await visitor.expect('POST', '/api/auth/sign-out', { body: {} });
    stop();
    expect(heard).toContainEqual({ kind: 'session', session });
    expect(visitor.cookie).toBe('');
    expect(await server.access.visitorOf({ cookie: copy.cookie })).toBeNull();
  });

  it('ends everywhere at once when asked to, and elsewhere with another password', async () => {
    const email = anAddress();
    const first = await (await guest()).signUp(email);
    const second = await (await guest()).signIn(email);
    const body = { currentPassword: 'correct horse battery', newPassword: 'staple it is', revokeOtherSessions: true };
    await second.expect('POST', '/api/auth/change-password', { body });
    expect(await server.access.visitorOf({ cookie: first.cookie })).toBeNull();
    expect((await second.me()).id).toBe(second.id);
    await first.signIn(email, 'staple it is');
    await first.expect('POST', '/api/auth/revoke-sessions', { body: {} });
    expect(await server.access.visitorOf({ cookie: second.cookie })).toBeNull();
    const wrong = { ...body, currentPassword: 'guessed' };
    await first.signIn(email, 'staple it is');
    expect(await first.request('POST', '/api/auth/change-password', { body: wrong })).toMatchObject({
      status: 403,
      error: 'wrong_password',
    });
  });

  it('ends when its time has come, by itself', async () => {
    const own = await startServer({ sessionSeconds: 2 });
    const visitor = await newGuest(own.url);
    const { session } = (await own.access.visitorOf({ cookie: visitor.cookie })) ?? {};
    const ended = new Promise((resolve) => own.access.onChange(resolve));
    expect(await ended).toEqual({ kind: 'session', session });
    expect(await own.access.visitorOf({ cookie: visitor.cookie })).toBeNull();
  });

  it('is of nobody when its cookie was tampered with', async () => {
    const visitor = await guest();
    const [name, value = ''] = visitor.cookie.split('=');
    for (const forged of [value.replace(/^./, 'x'), value.replace(/\..*$/, '.AAAA'), 'x', '%', `${value}x`, 'a.b']) {
      expect(await server.access.visitorOf({ cookie: `${name}=${forged}` })).toBeNull();
    }
    expect(await server.access.visitorOf({ cookie: visitor.cookie })).toMatchObject({ id: visitor.id });
  });
});

describe('who deletes their account', () => {
  it('is told what becomes of their maps, and then is gone', async () => {
    const email = anAddress();
    const visitor = await (await guest()).signUp(email);
    const friend = await (await guest()).signUp(anAddress());
    const alone = await visitor.createMap('Alone');
    const together = await visitor.createMap('Together');
    const { email: friendly } = await friend.me();
    const body = { email: friendly, role: 'owner' };
    await visitor.expect('POST', `/api/maps/${together}/members`, { body });
    const maps = [
      { id: alone, title: 'Alone', became: 'trash' },
      { id: together, title: 'Together', became: 'others' },
    ];
    expect(await visitor.expect('GET', '/api/me/leaving')).toEqual(maps);
    expect(await visitor.request('POST', '/api/auth/delete-user', { body: {} })).toMatchObject({ status: 403 });
    const password = { body: { password: 'correct horse battery' } };
    expect(await visitor.expect('POST', '/api/auth/delete-user', password)).toEqual({ maps });
    expect(visitor.cookie).toBe('');
    expect(await friend.expect('GET', '/api/maps')).toMatchObject([{ id: together, owner: { id: friend.id } }]);
    const again = await guest();
    const signIn = { body: { email, password: 'correct horse battery' } };
    expect(await again.request('POST', '/api/auth/sign-in/email', signIn)).toMatchObject({ status: 401 });
  });
});
