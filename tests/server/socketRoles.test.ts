import * as decoding from 'lib0/decoding';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { idOf } from '../../shared/model/ids.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { messageType, syncStep } from '../../shared/protocol/messages.ts';
import type { LinkRole } from '../../shared/protocol/roles.ts';
import { startThread } from '../../shared/talk/commands/startThread.ts';
import { runTalk } from '../../shared/talk/commands/talkCommand.ts';
import { mapOfTalk, talkOf } from '../../shared/talk/talkId.ts';
import {
  bytes,
  Person,
  pause,
  presenceMessage,
  RawClient,
  type Seat,
  savedMessage,
  syncMessage,
  until,
} from '../support/clients.ts';
import { startServer, type TestServer } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';

let server: TestServer;
let owner: TestVisitor;
beforeAll(async () => {
  server = await startServer({ limits: { ignored: { perSecond: 1, burst: 10 } } });
  owner = await newGuest(server.url);
});

async function guest(map: string, role: LinkRole): Promise<TestVisitor> {
  const visitor = await newGuest(server.url);
  await visitor.join((await owner.link(map, role)).url);
  return visitor;
}

/** What one edit of a document looks like on the wire. */
function editOf(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(edit);
  return Y.encodeStateAsUpdate(doc, before);
}

/** The title as the server has it. */
const titleNow = (map: string) => server.rooms.read(map, (doc) => titleOf(doc).toString());

/** Something that is taken from whoever may write to the document. */
function writeSomething(document: string, doc: Y.Doc): Uint8Array {
  if (mapOfTalk(document) === null) return editOf(doc, () => doc.getMap('meta').set('currency', 'EUR'));
  const before = Y.encodeStateVector(doc);
  const thread = { thread: idOf('t'), comment: idOf('c'), on: { kind: 'touchpoint', id: 'x' } as const };
  runTalk(doc, startThread, { ...thread, text: 'Why?', mentions: [] }, 'page');
  return Y.encodeStateAsUpdate(doc, before);
}

describe('what each role may do, over the sockets', () => {
  const documents = { map: (map: string) => map, talk: talkOf };
  const roles = ['owner', 'editor', 'commenter', 'viewer', 'stranger', 'nobody'] as const;
  const table: Record<(typeof roles)[number], Record<keyof typeof documents, 'writes' | 'reads' | 'is shut out'>> = {
    owner: { map: 'writes', talk: 'writes' },
    editor: { map: 'writes', talk: 'writes' },
    commenter: { map: 'reads', talk: 'writes' },
    viewer: { map: 'reads', talk: 'reads' },
    stranger: { map: 'is shut out', talk: 'is shut out' },
    nobody: { map: 'is shut out', talk: 'is shut out' },
  };

  async function seatOf(role: (typeof roles)[number], map: string): Promise<Seat> {
    if (role === 'owner') return owner;
    if (role === 'stranger') return newGuest(server.url);
    if (role === 'nobody') return { url: server.url, cookie: '' };
    return guest(map, role);
  }

  const cases = roles.flatMap((role) =>
    (['map', 'talk'] as const).map((kind) => ({ role, kind, does: table[role][kind] })),
  );
  it.each(cases)('$role $does the $kind', async ({ role, kind, does }) => {
    const map = await owner.createMap('T');
    const document = documents[kind](map);
    const client = await RawClient.open(await seatOf(role, map), document);
    if (does === 'is shut out') {
      expect(await client.closed).toEqual(closeCodes.unknownMap);
      expect(client.received).toEqual([]);
      return;
    }
    const doc = await client.fetchDocument();
    const [first] = client.received;
    expect(first?.[0]).toBe(messageType.you);
    const told = JSON.parse(decoding.readVarString(client.of(messageType.you)[0] ?? decoding.createDecoder(bytes())));
    expect(told.role).toBe(role);
    // Only who may write is asked for what the server lacks.
    const asked = client.of(messageType.sync).some((decoder) => decoding.readVarUint(decoder) === syncStep.stateVector);
    expect(asked).toBe(does === 'writes');

    const edit = writeSomething(document, doc);
    for (const step of [2, 1] as const) client.send(syncMessage(step, edit));
    client.send(savedMessage(1));
    client.send(presenceMessage({ client: 5, clock: 1, state: { cursor: 1 } }));
    const witness = await RawClient.open(owner, document);
    await until('presence is heard of everybody who is here', () =>
      witness.presence.some((entry) => entry.client === 5),
    );
    const known = await server.rooms.read(
      document,
      (live) => Y.encodeStateAsUpdate(live).length > 2 && Y.getState(live.store, doc.clientID) > 0,
    );
    if (does === 'writes') await until('it is saved', () => client.saved.includes(1));
    else await pause(100);
    expect(known).toBe(does === 'writes');
    expect(client.saved).toEqual(does === 'writes' ? [1] : []);
  });
});

describe('a viewer', () => {
  it('writes nothing in whatever way it is packed, and is sent out when they go on', async () => {
    const map = await owner.createMap('T');
    const seat = await guest(map, 'viewer');
    const witness = await Person.join(owner, map);
    const client = await RawClient.open(seat, map);
    const doc = await client.fetchDocument();
    const edit = editOf(doc, () => titleOf(doc).insert(0, 'x'));
    client.send(syncMessage(1, edit));
    client.send(syncMessage(2, edit));
    const cut = syncMessage(2, edit);
    client.socket.send(cut.slice(0, 3), { fin: false, binary: true });
    client.socket.send(cut.slice(3), { fin: true, binary: true });
    const whole = Y.encodeStateAsUpdate(doc);
    client.send(syncMessage(1, whole));
    client.send(savedMessage(1));
    await pause(150);
    expect(client.saved).toEqual([]);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    // Nothing is heard of an empty answer, which is no edit.
    for (let i = 0; i < 50; i++) client.send(syncMessage(1, bytes(0, 0)));
    await pause(50);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    for (let i = 0; i < 20; i++) client.send(syncMessage(2, edit));
    expect(await client.closed).toEqual(closeCodes.noAccess);
    expect(titleOf(witness.doc).toString()).toBe('T');
    expect(await titleNow(map)).toBe('T');
  });

  it('hides no edit behind another message', async () => {
    const map = await owner.createMap('T');
    const client = await RawClient.open(await guest(map, 'viewer'), map);
    const doc = await client.fetchDocument();
    const edit = syncMessage(
      2,
      editOf(doc, () => titleOf(doc).insert(0, 'x')),
    );
    client.send(bytes(syncMessage(0, bytes(0)), edit));
    expect((await client.closed).code).toBe(closeCodes.badMessage.code);
    expect(await titleNow(map)).toBe('T');
  });
});

describe('presence', () => {
  it('is stamped with the person of the session, whatever it says, and keeps the rest', async () => {
    const map = await owner.createMap();
    const seat = await guest(map, 'viewer');
    const { id, name, color } = await seat.me();
    const witness = await RawClient.open(owner, map);
    const client = await RawClient.open(seat, map);
    const lie = { user: { id: owner.id, name: 'The owner', color: '#000000' }, presenting: 's1', cursor: { x: 1 } };
    client.send(presenceMessage({ client: 9, clock: 1, state: lie }));
    await until('it came', () => witness.presence.length > 0);
    expect(witness.presence[0]?.state).toEqual({ ...lie, user: { id, name, color } });
  });

  it('shows another name at once, and the owner of the name hears nothing of themselves that is old', async () => {
    const map = await owner.createMap();
    const seat = await guest(map, 'editor');
    const [ben, ann] = [await Person.join(owner, map), await Person.join(seat, map)];
    ann.provider.awareness.setLocalStateField('cursor', 1);
    const seen = () => ben.provider.awareness.getStates().get(ann.doc.clientID);
    await until('Ben sees Ann', () => seen()?.cursor === 1);
    await seat.expect('PATCH', '/api/me', { body: { name: 'Ann', color: '#123456' } });
    await until('Ben sees her name', () => seen()?.user?.name === 'Ann');
    expect(seen()).toMatchObject({ cursor: 1, user: { id: seat.id, color: '#123456' } });
    ann.provider.awareness.setLocalStateField('cursor', 2);
    await until('Ben sees her move on', () => seen()?.cursor === 2);
    expect(ann.provider.awareness.getLocalState()?.cursor).toBe(2);
  });
});

describe('a client id', () => {
  /** Ann has written, and is away now; what she writes then is lost when somebody else uses up her clocks. */
  async function annIsAway(map: string) {
    const seat = await guest(map, 'editor');
    const ann = await Person.join(seat, map);
    titleOf(ann.doc).insert(0, 'Ann ');
    await ann.untilSaved();
    ann.provider.disconnect();
    titleOf(ann.doc).insert(0, 'offline ');
    return { seat, ann };
  }

  function forgedAs(doc: Y.Doc, client: number): Uint8Array {
    doc.clientID = client;
    return editOf(doc, () => titleOf(doc).insert(0, 'forged! '));
  }

  it.each([1, 2] as const)(
    'of a colleague is refused (sync step %i), and what they wrote offline arrives',
    async (step) => {
      const map = await owner.createMap('T');
      const { ann } = await annIsAway(map);
      const mallory = await RawClient.open(await guest(map, 'editor'), map);
      mallory.send(syncMessage(step, forgedAs(await mallory.fetchDocument(), ann.doc.clientID)));
      mallory.send(savedMessage(1));
      expect((await mallory.closed).code).toBe(closeCodes.badMessage.code);
      expect(mallory.saved).toEqual([]);
      ann.provider.connect();
      await until('she is back', () => ann.provider.synced);
      await ann.untilSaved();
      expect(await titleNow(map)).toBe('offline Ann T');
    },
  );

  it('of a colleague is refused after the map was closed and opened again', async () => {
    const own = await startServer({ limits: { emptyRoom: 30 } });
    const map = await own.createMap('T');
    const ann = await Person.join(own.visitor, map);
    titleOf(ann.doc).insert(0, 'Ann ');
    await ann.untilSaved();
    ann.provider.disconnect();
    await until('the room has ended', () => own.rooms.open === 0);
    const visitor = await newGuest(own.url);
    await visitor.join((await own.visitor.link(map, 'editor')).url);
    const mallory = await RawClient.open(visitor, map);
    mallory.send(syncMessage(2, forgedAs(await mallory.fetchDocument(), ann.doc.clientID)));
    expect((await mallory.closed).code).toBe(closeCodes.badMessage.code);
  });

  it('of somebody who was seen and wrote nothing yet is theirs, and nobody shows themselves under it', async () => {
    const map = await owner.createMap('T');
    const ann = await Person.join(await guest(map, 'editor'), map);
    ann.provider.awareness.setLocalStateField('cursor', 1);
    const mallory = await RawClient.open(await guest(map, 'editor'), map);
    await until('Ann is seen', () => mallory.presence.length > 0);
    ann.provider.disconnect();
    await until('Ann is gone', () => mallory.presence.at(-1)?.state === null);
    const before = mallory.presence.length;
    mallory.send(presenceMessage({ client: ann.doc.clientID, clock: 1_000, state: { cursor: 9 } }));
    const witness = await RawClient.open(owner, map);
    await pause(100);
    expect(mallory.presence.length).toBe(before);
    expect(witness.presence).toEqual([]);
    mallory.send(syncMessage(2, forgedAs(await mallory.fetchDocument(), ann.doc.clientID)));
    expect((await mallory.closed).code).toBe(closeCodes.badMessage.code);
  });

  it('of the same person passes from another tab', async () => {
    const map = await owner.createMap('T');
    const { seat, ann } = await annIsAway(map);
    const tab = await RawClient.open(seat, map);
    await tab.fetchDocument();
    tab.send(presenceMessage({ client: 77, clock: 1, state: {} }));
    tab.send(syncMessage(1, Y.encodeStateAsUpdate(ann.doc)));
    tab.send(savedMessage(1));
    await until('it is saved', () => tab.saved.includes(1));
    expect(await titleNow(map)).toBe('offline Ann T');
  });

  it('goes along when a guest makes an account', async () => {
    const map = await owner.createMap('T');
    const { seat, ann } = await annIsAway(map);
    await seat.signUp(`ann${map.slice(0, 8).replace(/[^a-z0-9]/gi, 'x')}@example.com`);
    // The page comes back with the new cookie.
    const later = await RawClient.open(seat, map);
    await later.fetchDocument();
    later.send(syncMessage(1, Y.encodeStateAsUpdate(ann.doc)));
    later.send(savedMessage(1));
    await until('it is saved', () => later.saved.includes(1));
    expect(await titleNow(map)).toBe('offline Ann T');
  });
});

describe('a right that ends while somebody types', () => {
  it.each([
    [
      'a link switched to viewing',
      closeCodes.roleChanged.code,
      (map: string, id: string) => owner.expect('PATCH', `/api/maps/${map}/links/${id}`, { body: { role: 'viewer' } }),
    ],
    [
      'a deleted link',
      closeCodes.noAccess.code,
      (map: string, id: string) => owner.expect('DELETE', `/api/maps/${map}/links/${id}`),
    ],
  ] as const)('%s: what was acknowledged is kept, and nothing comes after it', async (_what, code, end) => {
    const map = await owner.createMap('T');
    const { id, url } = await owner.link(map, 'editor');
    const visitor = await newGuest(server.url);
    await visitor.join(url);
    const client = await RawClient.open(visitor, map);
    const doc = await client.fetchDocument();
    let typing = true;
    let typed = 0;
    const hand = (async () => {
      for (; typing && client.socket.readyState === client.socket.OPEN; await pause(2)) {
        client.send(
          syncMessage(
            2,
            editOf(doc, () => titleOf(doc).insert(typed, 'x')),
          ),
        );
        client.send(savedMessage(++typed));
      }
    })();
    await until('some of it is saved', () => client.saved.length > 5);
    await end(map, id);
    expect((await client.closed).code).toBe(code);
    typing = false;
    await hand;
    const kept = (await titleNow(map)).length - 1;
    // Neither less than was promised, nor anything that its writer believes to be lost.
    expect(kept).toBe(Math.max(...client.saved));
  });

  it('a session that is signed out ends its connections', async () => {
    const map = await owner.createMap();
    const seat = await guest(map, 'editor');
    const client = await RawClient.open(seat, map);
    await client.fetchDocument();
    await seat.expect('POST', '/api/auth/sign-out', { body: {} });
    expect(await client.closed).toEqual(closeCodes.noAccess);
  });

  it('a link to one map opens no other, nor its discussion', async () => {
    const [mapA, mapB] = [await owner.createMap('A'), await owner.createMap('B')];
    const seat = await guest(mapA, 'editor');
    for (const document of [mapB, talkOf(mapB)]) {
      const client = await RawClient.open(seat, document);
      expect(await client.closed).toEqual(closeCodes.unknownMap);
      expect(client.received).toEqual([]);
    }
  });
});
