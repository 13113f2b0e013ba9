import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { editComment } from '../../shared/talk/commands/editComment.ts';
import { removeComment } from '../../shared/talk/commands/removeComment.ts';
import { reply } from '../../shared/talk/commands/reply.ts';
import { resolveThread } from '../../shared/talk/commands/settleThread.ts';
import { startThread } from '../../shared/talk/commands/startThread.ts';
import { talkRoot } from '../../shared/talk/talkDoc.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { RawClient, until } from '../support/clients.ts';
import { SocketTalker } from '../support/talkers.ts';
import { startServer, type TestServer } from '../support/testServer.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';

let server: TestServer;
let owner: TestVisitor;
beforeAll(async () => {
  server = await startServer();
  owner = await newGuest(server.url);
});

async function guest(map: string, role: 'viewer' | 'commenter' | 'editor'): Promise<TestVisitor> {
  const visitor = await newGuest(server.url);
  await visitor.join((await owner.link(map, role)).url);
  return visitor;
}

const words = (text: string) => ({ text, mentions: [] });
const start = (talker: SocketTalker, id: string, text: string) =>
  talker.run(startThread, {
    thread: idOf(id),
    comment: idOf(`${id}-1`),
    on: { kind: 'touchpoint', id: 'x1' },
    ...words(text),
  });
const answer = (talker: SocketTalker, id: string, text: string) =>
  talker.run(reply, { thread: idOf('t'), comment: idOf(id), ...words(text) });

/** The owner has begun a thread, and a commenter has read it. */
async function aDiscussion() {
  const map = await owner.createMap();
  const commenter = await guest(map, 'commenter');
  const [mine, theirs] = [await SocketTalker.join(owner, map), await SocketTalker.join(commenter, map)];
  start(mine, 't', 'Why?');
  await until('it arrived', () => theirs.said.length === 1);
  return { map, commenter, mine, theirs };
}

describe('a discussion over sockets', () => {
  it('what one writes the others read, with the stamp of the server, and the writer hears it, too', async () => {
    const { commenter, mine, theirs } = await aDiscussion();
    answer(theirs, 'a', 'Because.');
    const said = [
      ['Why?', owner.id],
      ['Because.', commenter.id],
    ];
    await until('both have it', () => mine.said.length === 2 && theirs.said[1]?.[1] !== undefined);
    expect(mine.said).toEqual(said);
    expect(theirs.said).toEqual(said);
    const { name, color } = await commenter.me();
    expect(mine.talk.comments.get('a')?.stamp).toMatchObject({ name, color });
    expect(mine.talk).toEqual(theirs.talk);
  });

  it('a thread is resolved by whoever may comment, and one may change and delete what one wrote oneself', async () => {
    const { commenter, mine, theirs } = await aDiscussion();
    answer(theirs, 'a', 'Becuase.');
    theirs.run(editComment, { comment: idOf('a'), me: commenter.id, ...words('Because.') });
    theirs.run(resolveThread, { thread: idOf('t') });
    await until('it arrived', () => mine.talk.byId.get('t')?.resolved === true);
    expect(mine.talk.byId.get('t')?.settled?.person).toBe(commenter.id);
    expect(mine.said[1]).toEqual(['Because.', commenter.id]);
    await until('its stamp came back', () => theirs.talk.comments.get('a')?.stamp != null);
    theirs.run(removeComment, { comment: idOf('a'), me: commenter.id });
    await until('it is gone', () => mine.said.length === 1);
  });

  it('it is there after a restart, and what was written meanwhile arrives', async () => {
    const first = await startServer();
    const maker = await newGuest(first.url);
    const map = await maker.createMap();
    const before = await SocketTalker.join(maker, map);
    start(before, 't', 'Why?');
    await until('it was stamped', () => before.said[0]?.[1] === maker.id);
    await first.close();
    answer(before, 'a', 'Nobody there.');
    const again = await startServer({ folder: first.folder });
    const returned = await newGuest(again.url);
    returned.takeCookiesOf(maker);
    const after = await SocketTalker.join(returned, map);
    expect(after.said).toEqual([['Why?', maker.id]]);
    Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(before.doc));
    const other = await SocketTalker.join(returned, map);
    await until('it arrived', () => other.said.length === 2);
    expect(other.said[1]).toEqual(['Nobody there.', maker.id]);
  });

  it('is not in the JSON of the map, nor in its gaps', async () => {
    const { map } = await aDiscussion();
    const { text } = await owner.request('GET', `/api/maps/${map}`);
    expect(text).not.toContain('Why?');
  });
});

describe('who may read and write', () => {
  it('a viewer reads; what they write reaches nobody', async () => {
    const { map, mine, theirs } = await aDiscussion();
    const viewer = await SocketTalker.join(await guest(map, 'viewer'), map);
    expect(viewer.said).toEqual([['Why?', owner.id]]);
    answer(viewer, 'v', 'I only look.');
    answer(theirs, 'a', 'Because.');
    await until('the answer arrived', () => mine.said.length === 2);
    expect(mine.said.map(([text]) => text)).toEqual(['Why?', 'Because.']);
    expect((await SocketTalker.join(owner, map)).talk.comments.has('v')).toBe(false);
  });

  it('a stranger, somebody without a session and an unknown map are shut out before anything is told', async () => {
    const { map } = await aDiscussion();
    const stranger = await newGuest(server.url);
    for (const [id, cookie] of [
      [talkOf(map), stranger.cookie],
      [talkOf(map), ''],
      [talkOf('AAAAAAAAAAAAAAAAAAAAAA'), stranger.cookie],
      ['.talk', stranger.cookie],
      [talkOf(talkOf(map)), owner.cookie],
    ] as const) {
      const client = await RawClient.open({ url: server.url, cookie }, id);
      expect((await client.closed).code).toBe(closeCodes.unknownMap.code);
      expect(client.received).toEqual([]);
    }
  });

  it('a link that is deleted ends what its guests write', async () => {
    const map = await owner.createMap();
    const { id, url } = await owner.link(map, 'commenter');
    const visitor = await newGuest(server.url);
    await visitor.join(url);
    const talker = await SocketTalker.join(visitor, map);
    await owner.expect('DELETE', `/api/maps/${map}/links/${id}`);
    await until('they were shut out', () => talker.closes.includes(closeCodes.noAccess.code));
    start(talker, 'late', 'Too late');
    const mine = await SocketTalker.join(owner, map);
    expect(mine.said).toEqual([]);
  });
});

describe('hostile commenters', () => {
  /** Without the command, which would not write it. */
  const answerTo = (talker: SocketTalker, text: string) =>
    talkRoot(talker.doc, 'comments').set('n', new Y.Map(Object.entries({ thread: 't', text, order: 1 })));
  const fields = (talker: SocketTalker, root: 'threads' | 'comments', id: string) =>
    talkRoot(talker.doc, root).get(id) as Y.Map<unknown>;
  it.each<[string, (talker: SocketTalker) => void]>([
    ['forge who wrote a comment', (t) => void talkRoot(t.doc, 'stamps').set('t-1', { person: t.visitor.id, at: 1 })],
    ['take a stamp away', (t) => talkRoot(t.doc, 'stamps').delete('t-1')],
    ['say who resolved', (t) => void talkRoot(t.doc, 'settled').set('t', { person: owner.id, at: 1 })],
    ['overwrite what another wrote', (t) => void fields(t, 'comments', 't-1').set('text', 'Never mind')],
    ['delete what another wrote', (t) => void fields(t, 'comments', 't-1').set('removed', true)],
    ['take a comment out', (t) => talkRoot(t.doc, 'comments').delete('t-1')],
    ['take everything out', (t) => t.doc.transact(() => talkRoot(t.doc, 'threads').clear())],
    ['replace a thread', (t) => void talkRoot(t.doc, 'threads').set('t', new Y.Map([['on', { kind: 'map' }]]))],
    ['write a novel', (t) => void answerTo(t, 'x'.repeat(100_000))],
  ])('may not %s', async (_what, attack) => {
    const { map, mine, theirs } = await aDiscussion();
    attack(theirs);
    await until('they were shut out', () => theirs.closes.includes(closeCodes.badMessage.code));
    const fresh = await SocketTalker.join(owner, map);
    expect(fresh.said).toEqual([['Why?', owner.id]]);
    expect(fresh.talk.byId.get('t')).toMatchObject({ on: { kind: 'touchpoint', id: 'x1' }, settled: null });
    // And the discussion goes on.
    answer(mine, 'b', 'Still here');
    await until('it arrived', () => fresh.said.length === 2);
  });
});

describe('what somebody has read', () => {
  it('is kept for each person, and only ever moves on', async () => {
    const map = await owner.createMap();
    const viewer = await guest(map, 'viewer');
    const path = `/api/maps/${map}/read`;
    expect(await owner.expect('GET', path)).toEqual({ before: 0, threads: {} });
    await owner.expect('PUT', path, { body: { threads: { a: 50, b: 70 } } });
    await owner.expect('PUT', path, { body: { threads: { a: 40, c: 10 } } });
    expect(await owner.expect('GET', path)).toEqual({ before: 0, threads: { a: 50, b: 70, c: 10 } });
    expect(await viewer.expect('GET', path)).toEqual({ before: 0, threads: {} });
    await owner.expect('PUT', path, { body: { before: 60 } });
    expect(await owner.expect('GET', path)).toEqual({ before: 60, threads: { b: 70 } });
  });

  it('is told to nobody who does not have the map, and takes no nonsense', async () => {
    const map = await owner.createMap();
    const path = `/api/maps/${map}/read`;
    const stranger = await newGuest(server.url);
    expect((await stranger.request('GET', path)).status).toBe(404);
    expect((await stranger.request('PUT', path, { body: { before: 1 } })).status).toBe(404);
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`t${i}`, i]));
    for (const body of [{ before: -1 }, { before: 1.5 }, { threads: { '': 1 } }, { threads: many }, { x: 1 }, []]) {
      expect((await owner.request('PUT', path, { body })).status).toBe(400);
    }
    expect(await owner.expect('GET', path)).toEqual({ before: 0, threads: {} });
  });

  it('is not remembered thread by thread without end', async () => {
    const map = await owner.createMap();
    const path = `/api/maps/${map}/read`;
    for (let part = 0; part < 5; part++) {
      const threads = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`t${part}-${i}`, part * 500 + i + 1]));
      await owner.expect('PUT', path, { body: { threads } });
    }
    const { before, threads }: { before: number; threads: object } = await owner.expect('GET', path);
    expect([before, Object.keys(threads).length]).toEqual([500, 2_000]);
  });
});
