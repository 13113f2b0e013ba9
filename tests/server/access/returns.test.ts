import { beforeAll, expect, it } from 'vitest';
import { Members } from '../../../server/access/members.ts';
import { Returns } from '../../../server/access/returns.ts';
import { startServer, type TestServer } from '../../support/testServer.ts';
import { newGuest, type TestVisitor } from '../../support/visitor.ts';

let server: TestServer;
let owner: TestVisitor;
beforeAll(async () => {
  server = await startServer();
  owner = server.visitor;
});

/** Waits as the page does that says that its access has ended. */
const waiting = (visitor: TestVisitor, map: string) => visitor.request('GET', `/api/maps/${map}/me?wait`);

it('whoever lost a map is answered as soon as they are let in again', async () => {
  const map = await server.createMap();
  const { id, url } = await owner.link(map, 'editor');
  const guest = await newGuest(server.url);
  await guest.join(url);
  const link = `/api/maps/${map}/links/${id}`;
  await owner.expect('PATCH', link, { body: { enabled: false } });
  const answers: number[] = [];
  const back = waiting(guest, map).then(({ status }) => answers.push(status));
  // Asked after it and answered before: it does wait.
  expect((await guest.request('GET', `/api/maps/${map}/me`)).status).toBe(404);
  await owner.expect('PATCH', link, { body: { role: 'viewer' } });
  expect(answers).toEqual([]);
  await owner.expect('PATCH', link, { body: { enabled: true } });
  await back;
  expect(answers).toEqual([200]);
  // Who has it need not wait.
  expect((await waiting(guest, map)).json).toEqual({ role: 'viewer' });
});

it('a server that ends keeps nobody waiting', async () => {
  const own = await startServer();
  const map = await own.createMap();
  const answer = waiting(await newGuest(own.url), map);
  const guest = await newGuest(own.url);
  await guest.me();
  await own.close();
  expect((await answer.catch(() => null))?.status ?? 404).toBe(404);
});

it('only so many wait, and who has gone does not', async () => {
  const returns = new Returns(server.access, { ofOne: 2, ofAll: 3, longest: 60_000 });
  const map = await server.createMap();
  const gone = new AbortController();
  const wait = (person: string) => returns.until(map, person, gone.signal);
  const kept = [wait('ann'), wait('ann'), wait('ben')];
  await Promise.all([wait('ann'), wait('cem')]);
  expect(returns.count).toBe(3);
  gone.abort();
  await Promise.all(kept);
  expect(returns.count).toBe(0);
  returns.stop();
});

it('a map that has all the members it may have takes another role for each of them, and nobody new', async () => {
  const map = await server.createMap();
  const { url } = await owner.link(map, 'viewer');
  const [ann, ben] = [await newGuest(server.url), await newGuest(server.url)];
  for (const guest of [ann, ben]) await guest.join(url);
  const members = new Members(server.access.settings.db, { announce: () => {} } as never, 2);
  expect(await members.add(map, ann.id, 'editor', 'known')).toBe('done');
  expect(await members.add(map, ben.id, 'editor', 'known')).toBe('too_many');
  expect(await members.add(map, ann.id, 'commenter', 'known')).toBe('done');
});

it('nobody signs up with the address of a guest', async () => {
  const visitor = await newGuest(server.url);
  const body = { name: 'x', email: `${owner.id}@Guests.Invalid`, password: 'correct horse battery' };
  const reply = await visitor.request('POST', '/api/auth/sign-up/email', { body });
  expect(reply).toMatchObject({ status: 422, error: 'address_taken' });
});
