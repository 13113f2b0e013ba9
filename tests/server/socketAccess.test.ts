import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { messageType } from '../../shared/protocol/messages.ts';
import { LINK_ROLES, type LinkRole, type Role, reaches } from '../../shared/protocol/roles.ts';
import { talkOf } from '../../shared/talk/talkId.ts';
import { bytes, Person, pause, RawClient, savedMessage, syncMessage, until } from '../support/clients.ts';
import { startServer, type TestServer } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});

const readTitle = async (map: string): Promise<string> => {
  const { title }: { title: string } = await server.visitor.expect('GET', `/api/maps/${map}`);
  return title;
};

/** Somebody a link of this role has brought, and the link. */
async function brought(map: string, role: LinkRole): Promise<{ guest: TestVisitor; link: string }> {
  const guest = await newGuest(server.url);
  const { id, url } = await server.visitor.link(map, role);
  await guest.join(url);
  return { guest, link: id };
}

/** An edit of a document that this client has: as a whole, and as the steps of the protocol can carry it. */
function anEdit(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  edit(doc);
  return Y.encodeStateAsUpdate(doc, before);
}
const rename = (doc: Y.Doc) => titleOf(doc).insert(0, 'Hacked ');
const probe = (doc: Y.Doc) => doc.getMap('anything').set('a', 1);

/** Everything by which a client can try to write. */
const waysToWrite: Record<string, (client: RawClient, update: Uint8Array) => void> = {
  'an update': (client, update) => client.send(syncMessage(2, update)),
  'the answer to a state vector': (client, update) => client.send(syncMessage(1, update)),
  'an update after asking for everything': (client, update) => {
    client.send(syncMessage(0, bytes(0)));
    client.send(syncMessage(2, update));
  },
  'an update twice': (client, update) => {
    for (let i = 0; i < 2; i++) client.send(syncMessage(2, update));
  },
};

const members: readonly (LinkRole | 'owner')[] = [...LINK_ROLES, 'owner'];

describe.each(Object.entries(waysToWrite))('%s', (_way, write) => {
  const mayWriteMap = (role: Role) => reaches(role, 'editor');
  const mayWriteTalk = (role: Role) => reaches(role, 'commenter');

  it.each(members)('of the map by its %s', async (role) => {
    const map = await server.createMap('Calm');
    const who = role === 'owner' ? server.visitor : (await brought(map, role)).guest;
    const client = await RawClient.open(who, map);
    write(client, anEdit(await client.fetchDocument(), rename));
    client.send(savedMessage(7));
    if (mayWriteMap(role)) await until('it is acknowledged', () => client.saved.includes(7));
    else await pause(150);
    expect(await readTitle(map)).toBe(mayWriteMap(role) ? 'Hacked Calm' : 'Calm');
    // Passed over, not punished: somebody may have been typing when their role changed.
    expect(client.saved).toEqual(mayWriteMap(role) ? [7] : []);
    expect(client.socket.readyState).toBe(client.socket.OPEN);
  });

  it.each(members)('of the discussion by the %s of its map', async (role) => {
    const map = await server.createMap('Calm');
    const who = role === 'owner' ? server.visitor : (await brought(map, role)).guest;
    const client = await RawClient.open(who, talkOf(map));
    write(client, anEdit(await client.fetchDocument(), probe));
    client.send(savedMessage(7));
    if (mayWriteTalk(role)) await until('it is acknowledged', () => client.saved.includes(7));
    else await pause(150);
    const witness = await RawClient.open(server.visitor, talkOf(map));
    expect((await witness.fetchDocument()).getMap('anything').size).toBe(mayWriteTalk(role) ? 1 : 0);
  });
});

describe('nobody gets in', () => {
  const refused = { ...closeCodes.unknownMap };

  it('without a session, without a right, or to what is no map: all alike, and before any content', async () => {
    const map = await server.createMap('Secret');
    const stranger = await newGuest(server.url);
    const nobody = { url: server.url, cookie: '' };
    const tries: [seat: { url: string; cookie: string }, document: string][] = [
      [nobody, map],
      [stranger, map],
      [stranger, talkOf(map)],
      [server.visitor, 'x'.repeat(22)],
      [server.visitor, talkOf('x'.repeat(22))],
      [server.visitor, 'no-map'],
      [{ url: server.url, cookie: `${server.visitor.cookie}x` }, map],
    ];
    for (const [seat, document] of tries) {
      const client = await RawClient.open(seat, document);
      expect(await client.closed).toEqual(refused);
      expect(client.received).toEqual([]);
    }
  });

  it('from another site', async () => {
    const map = await server.createMap();
    // The right cookie helps nobody there.
    for (const origin of ['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1.evil.example']) {
      await expect(RawClient.open(server.visitor, map, { origin })).rejects.toThrow('403');
    }
    const own = await RawClient.open(server.visitor, map, { origin: server.url });
    expect((await own.fetchDocument()).getMap('meta').size).toBeGreaterThan(0);
  });

  it('to a map in the trash, and its owner hears that it lies there', async () => {
    const map = await server.createMap();
    await server.visitor.expect('DELETE', `/api/maps/${map}`);
    expect(await (await RawClient.open(server.visitor, map)).closed).toEqual({ ...closeCodes.inTrash });
    expect(await (await RawClient.open(await newGuest(server.url), map)).closed).toEqual(refused);
  });

  it('more than so many times at once from one address', async () => {
    const own = await startServer({ environment: { socketsPerAddress: 100 } });
    const map = await own.createMap();
    const came = await Promise.allSettled(Array.from({ length: 150 }, () => RawClient.open(own.visitor, map)));
    expect(came.filter(({ status }) => status === 'rejected')).toHaveLength(50);
    expect((await own.request('GET', '/api/health')).status).toBe(200);
  });
});

describe('a connection is told', () => {
  it.each(members)('first of all that it is that of the %s, and under which name', async (role) => {
    const map = await server.createMap();
    const who = role === 'owner' ? server.visitor : (await brought(map, role)).guest;
    const person = await Person.join(who, map);
    const { name, color } = await who.me();
    expect(person.told).toEqual([{ role, person: { id: who.id, name, color } }]);
  });

  it('only to write what the server lacks when it may write', async () => {
    const map = await server.createMap();
    const { guest } = await brought(map, 'viewer');
    const asked = (client: RawClient) => client.received.some(([type, step]) => type === 0 && step === 0);
    const [viewer, owner] = [await RawClient.open(guest, map), await RawClient.open(server.visitor, map)];
    await viewer.fetchDocument();
    await until('the owner is asked', () => asked(owner));
    expect(asked(viewer)).toBe(false);
  });
});

describe('a right that changes reaches who is connected', () => {
  it('another role of the link: what was acknowledged is kept, what comes after is not taken', async () => {
    const map = await server.createMap('T');
    const { guest, link } = await brought(map, 'editor');
    const client = await RawClient.open(guest, map);
    const doc = await client.fetchDocument();
    let counter = 0;
    const typing = setInterval(() => {
      client.send(
        syncMessage(
          2,
          anEdit(doc, () => titleOf(doc).insert(titleOf(doc).length, `${++counter} `)),
        ),
      );
      client.send(savedMessage(counter));
    }, 2);
    await until('some is saved', () => client.saved.length > 10);
    await server.visitor.expect('PATCH', `/api/maps/${map}/links/${link}`, { body: { role: 'viewer' } });
    expect(await client.closed).toEqual({ ...closeCodes.roleChanged });
    clearInterval(typing);
    const saved = Math.max(...client.saved);
    const title = await readTitle(map);
    for (let number = 1; number <= saved; number++) expect(title).toContain(`${number} `);

    const back = await Person.join(guest, map);
    expect(back.told[0]?.role).toBe('viewer');
    titleOf(back.doc).insert(0, 'Still here ');
    await pause(150);
    expect(await readTitle(map)).toBe(title);
    await server.visitor.expect('PATCH', `/api/maps/${map}/links/${link}`, { body: { role: 'editor' } });
    await until('they come back as editor', () => back.told.at(-1)?.role === 'editor');
  });

  it.each<[string, (map: string, link: string, guest: TestVisitor) => Promise<unknown>]>([
    ['a link that is deleted', (map, link) => server.visitor.expect('DELETE', `/api/maps/${map}/links/${link}`)],
    [
      'a link that is switched off',
      (map, link) => server.visitor.expect('PATCH', `/api/maps/${map}/links/${link}`, { body: { enabled: false } }),
    ],
    [
      'a link that expires',
      (map, link) =>
        server.visitor.expect('PATCH', `/api/maps/${map}/links/${link}`, {
          body: { expiresAt: new Date(Date.now() + 300).toISOString() },
        }),
    ],
    ['signing out', (_map, _link, guest) => guest.expect('POST', '/api/auth/sign-out', { body: {} })],
  ])('%s ends the map and its discussion', async (_how, end) => {
    const map = await server.createMap();
    const { guest, link } = await brought(map, 'editor');
    const clients = [await RawClient.open(guest, map), await RawClient.open(guest, talkOf(map))];
    for (const client of clients) await client.fetchDocument();
    const staying = await RawClient.open(server.visitor, map);
    await end(map, link, guest);
    for (const client of clients) expect(await client.closed).toEqual({ ...closeCodes.noAccess });
    expect(staying.socket.readyState).toBe(staying.socket.OPEN);
    expect(await (await RawClient.open(guest, map)).closed).toEqual({ ...closeCodes.unknownMap });
  });
});

it('who only watches hears that something changed, and gets nothing of the document', async () => {
  const map = await server.createMap('T');
  const { guest } = await brought(map, 'viewer');
  const [watcher, owner] = [await RawClient.open(guest, map), await RawClient.open(server.visitor, map)];
  watcher.send(bytes(messageType.watch));
  const doc = await owner.fetchDocument();
  await pause(50);
  expect(watcher.of(messageType.watch)).toEqual([]);
  owner.send(syncMessage(2, anEdit(doc, rename)));
  await until('it heard', () => watcher.of(messageType.watch).length === 1);
  expect(watcher.of(messageType.sync)).toEqual([]);
});

describe('who somebody is', () => {
  it('is bound to the client id they write under: edits in the name of a colleague are refused whole', async () => {
    const map = await server.createMap('T');
    const [ann, eve] = [(await brought(map, 'editor')).guest, (await brought(map, 'editor')).guest];
    const anns = await RawClient.open(ann, map);
    const annsDoc = await anns.fetchDocument();
    anns.send(
      syncMessage(
        2,
        anEdit(annsDoc, (doc) => titleOf(doc).insert(0, 'Ann ')),
      ),
    );
    anns.send(savedMessage(1));
    await until('it is saved', () => anns.saved.includes(1));
    anns.socket.close();

    const eves = await RawClient.open(eve, map);
    const forged = await eves.fetchDocument();
    forged.clientID = annsDoc.clientID;
    eves.send(
      syncMessage(
        2,
        anEdit(forged, (doc) => titleOf(doc).insert(0, 'Eve ')),
      ),
    );
    expect(await eves.closed).toEqual({ ...closeCodes.badMessage });

    // What Ann wrote meanwhile without a network, under the same id and clocks, arrives whole.
    const offline = anEdit(annsDoc, (doc) => titleOf(doc).insert(4, 'was offline '));
    const returned = await RawClient.open(ann, map);
    returned.send(syncMessage(2, offline));
    returned.send(savedMessage(1));
    await until('it is saved', () => returned.saved.includes(1));
    expect(await readTitle(map)).toBe('Ann was offline T');
  });

  it('stays with the client id over a restart', async () => {
    const first = await startServer();
    const map = await first.createMap('T');
    const { url } = await first.visitor.link(map, 'editor');
    const [ann, eve] = [await newGuest(first.url), await newGuest(first.url)];
    for (const guest of [ann, eve]) await guest.join(url);
    const anns = await RawClient.open(ann, map);
    const doc = await anns.fetchDocument();
    anns.send(
      syncMessage(
        2,
        anEdit(doc, (own) => titleOf(own).insert(0, 'Ann ')),
      ),
    );
    anns.send(savedMessage(1));
    await until('it is saved', () => anns.saved.includes(1));
    await first.close();

    const again = await startServer({ folder: first.folder });
    const eves = await RawClient.open({ url: again.url, cookie: eve.cookie }, map);
    const forged = await eves.fetchDocument();
    forged.clientID = doc.clientID;
    eves.send(
      syncMessage(
        2,
        anEdit(forged, (own) => titleOf(own).insert(0, 'Eve ')),
      ),
    );
    expect(await eves.closed).toEqual({ ...closeCodes.badMessage });
    const back = await RawClient.open({ url: again.url, cookie: ann.cookie }, map);
    back.send(
      syncMessage(
        2,
        anEdit(doc, (own) => titleOf(own).insert(0, 'Still ')),
      ),
    );
    back.send(savedMessage(1));
    await until('it is saved', () => back.saved.includes(1));
  });

  it('does not stop a second tab of theirs from bringing what the first wrote', async () => {
    const map = await server.createMap('T');
    const { guest } = await brought(map, 'editor');
    const first = await RawClient.open(guest, map);
    const doc = await first.fetchDocument();
    first.send(
      syncMessage(
        2,
        anEdit(doc, (own) => titleOf(own).insert(0, 'a')),
      ),
    );
    first.send(savedMessage(1));
    await until('it is saved', () => first.saved.includes(1));
    const second = await RawClient.open(guest, map);
    second.send(
      syncMessage(
        1,
        anEdit(doc, (own) => titleOf(own).insert(0, 'b')),
      ),
    );
    second.send(savedMessage(1));
    await until('it is saved', () => second.saved.includes(1));
    expect(await readTitle(map)).toBe('baT');
  });
});

it('who signs up while writing goes on with the same client id, and who signs in to an account, too', async () => {
  const map = await server.createMap('T');
  const { guest } = await brought(map, 'editor');
  const client = await RawClient.open(guest, map);
  const doc = await client.fetchDocument();
  client.send(
    syncMessage(
      2,
      anEdit(doc, (own) => titleOf(own).insert(0, 'guest ')),
    ),
  );
  client.send(savedMessage(1));
  await until('it is saved', () => client.saved.includes(1));
  await guest.signUp('ada@example.com', { name: 'Ada' });
  expect(await client.closed).toEqual({ ...closeCodes.roleChanged });
  const back = await RawClient.open(guest, map);
  back.send(
    syncMessage(
      2,
      anEdit(doc, (own) => titleOf(own).insert(0, 'account ')),
    ),
  );
  back.send(savedMessage(1));
  await until('it is saved', () => back.saved.includes(1));

  const elsewhere = (await brought(map, 'editor')).guest;
  const other = await RawClient.open(elsewhere, map);
  const theirs = await other.fetchDocument();
  other.send(
    syncMessage(
      2,
      anEdit(theirs, (own) => titleOf(own).insert(0, 'elsewhere ')),
    ),
  );
  other.send(savedMessage(1));
  await until('it is saved', () => other.saved.includes(1));
  await elsewhere.signIn('ada@example.com');
  await other.closed;
  const again = await RawClient.open(elsewhere, map);
  again.send(
    syncMessage(
      2,
      anEdit(theirs, (own) => titleOf(own).insert(0, 'signed in ')),
    ),
  );
  again.send(savedMessage(1));
  await until('it is saved', () => again.saved.includes(1));
  expect(await readTitle(map)).toBe('signed in elsewhere account guest T');
});
