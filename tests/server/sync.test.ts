import { connect } from 'node:net';
import * as decoding from 'lib0/decoding';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import {
  bytes,
  Person,
  pause,
  presenceMessage,
  RawClient,
  savedMessage,
  syncMessage,
  until,
} from '../support/clients.ts';
import { afterwards, startServer, type TestServer } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});

/** What one edit of a document looks like on the wire. */
function editOf(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(edit);
  return Y.encodeStateAsUpdate(doc, before);
}

describe('two people on one map', () => {
  it('see what the other does, and what was there before', async () => {
    const map = await server.createMap('Broadband');
    const ann = await Person.join(server.visitor, map);
    titleOf(ann.doc).insert(0, 'Our ');
    const ben = await Person.join(server.visitor, map);
    expect(titleOf(ben.doc).toString()).toBe('Our Broadband');
    titleOf(ben.doc).insert(titleOf(ben.doc).length, '!');
    await until('the edit arrived', () => titleOf(ann.doc).toString() === 'Our Broadband!');
  });

  it('end with the same document when both type at once', async () => {
    const map = await server.createMap('T');
    const people = await Promise.all(Array.from({ length: 4 }, () => Person.join(server.visitor, map)));
    await Promise.all(
      people.map(async (person, at) => {
        for (let i = 0; i < 30; i++) {
          titleOf(person.doc).insert(Math.floor(titleOf(person.doc).length / 2), String(at));
          if (i % 7 === at) await pause(3);
        }
      }),
    );
    await until('everybody has all letters', () => people.every(({ doc }) => titleOf(doc).length === 121));
    const texts = new Set(people.map(({ doc }) => titleOf(doc).toString()));
    expect(texts.size).toBe(1);
  });

  it('are let in while others type, however unlucky the moment', async () => {
    const map = await server.createMap('T');
    const ann = await Person.join(server.visitor, map);
    let typing = true;
    const typed = (async () => {
      for (; typing; await pause(1)) titleOf(ann.doc).insert(titleOf(ann.doc).length, 'x');
    })();
    for (let round = 0; round < 15; round++) {
      const joiner = await Person.join(server.visitor, map);
      expect(joiner.doc.store.pendingStructs).toBeNull();
      await pause(10);
      expect(joiner.closes).toEqual([]);
      joiner.leave();
    }
    typing = false;
    await typed;
    const last = await Person.join(server.visitor, map);
    await until('the last has all of it', () => titleOf(last.doc).length === titleOf(ann.doc).length);
  });

  it('hear nothing of edits before they ask for the map these build on', async () => {
    const map = await server.createMap('T');
    const early = await RawClient.open(server.visitor, map);
    const ann = await Person.join(server.visitor, map);
    titleOf(ann.doc).insert(0, '1');
    await ann.untilSaved();
    expect(early.of(0).map(decoding.readVarUint)).toEqual([0]);
    expect(titleOf(await early.fetchDocument()).toString()).toBe('1T');
  });

  it('see a map renamed by a request at once', async () => {
    const map = await server.createMap('Before');
    const ann = await Person.join(server.visitor, map);
    const reply = await server.request('PATCH', `/api/maps/${map}`, { body: { title: 'After' } });
    expect(reply.status).toBe(204);
    await until('the title changed', () => titleOf(ann.doc).toString() === 'After');
    const list = (await server.request('GET', '/api/maps')).json as { id: string; title: string }[];
    expect(list.find(({ id }) => id === map)?.title).toBe('After');
  });

  it('see the title in the list follow what is typed', async () => {
    const map = await server.createMap('Old');
    const ann = await Person.join(server.visitor, map);
    titleOf(ann.doc).insert(3, 'er');
    await ann.untilSaved();
    const list = (await server.request('GET', '/api/maps')).json as { id: string; title: string }[];
    expect(list.find(({ id }) => id === map)?.title).toBe('Older');
  });
});

describe('saved', () => {
  it('is answered with the highest counter that is on disk', async () => {
    const map = await server.createMap();
    const client = await RawClient.open(server.visitor, map);
    const doc = await client.fetchDocument();
    for (let counter = 1; counter <= 50; counter++) {
      client.send(
        syncMessage(
          2,
          editOf(doc, () => titleOf(doc).insert(0, 'x')),
        ),
      );
      client.send(savedMessage(counter));
    }
    await until('the last was answered', () => client.saved.includes(50));
    expect(client.saved).toEqual([...client.saved].sort((a, b) => a - b));
    // What was answered is in the log: another server on a copy of it would show it.
    const [later] = await Promise.all([RawClient.open(server.visitor, map)]);
    expect(titleOf(await later.fetchDocument()).toString()).toBe(`${'x'.repeat(50)}A map`);
  });

  it('is answered at once when there is nothing to store', async () => {
    const client = await RawClient.open(server.visitor, await server.createMap());
    client.send(savedMessage(7));
    await until('it was answered', () => client.saved.length > 0);
    expect(client.saved).toEqual([7]);
  });

  it('is not answered for an edit that was refused', async () => {
    const map = await server.createMap();
    const client = await RawClient.open(server.visitor, map);
    client.send(syncMessage(2, bytes(1, 1, 1, 0, 0, 0, 0)));
    client.send(savedMessage(1));
    expect((await client.closed).code).toBe(closeCodes.badMessage.code);
    expect(client.saved).toEqual([]);
  });
});

describe('an edit that builds on one that is missing', () => {
  it('is asked for, applied when it comes, and acknowledged only then', async () => {
    const map = await server.createMap('ab');
    const client = await RawClient.open(server.visitor, map);
    const doc = await client.fetchDocument();
    editOf(doc, () => titleOf(doc).insert(0, '1'));
    const second = editOf(doc, () => titleOf(doc).insert(1, '2'));
    const asked = client.received.length;
    client.send(syncMessage(2, second));
    client.send(savedMessage(1));
    await until('the server asked', () =>
      client.received.slice(asked).some(([type, step]) => type === 0 && step === 0),
    );
    expect(client.saved).toEqual([]);
    client.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));
    await until('it was saved', () => client.saved.includes(1));
    const other = await RawClient.open(server.visitor, map);
    expect(titleOf(await other.fetchDocument()).toString()).toBe('12ab');
  });

  it('comes from a client that has holes itself: it is told to come back, when it will have none', async () => {
    const map = await server.createMap('T');
    const writer = await RawClient.open(server.visitor, map);
    const doc = await writer.fetchDocument();
    const edits = [0, 1].map((at) => editOf(doc, () => titleOf(doc).insert(at, String(at))));
    for (const edit of edits) writer.send(syncMessage(2, edit));
    writer.send(savedMessage(1));
    await until('it is saved', () => writer.saved.includes(1));
    // Ann's browser has kept the second edit and not the first.
    const ann = new Person(server.visitor, map);
    Y.applyUpdate(ann.doc, edits[1] ?? bytes());
    await until('Ann is whole', () => ann.provider.synced && titleOf(ann.doc)?.toString() === '01T');
    await ann.untilSaved();
  });

  it('ends the connection, with a code that says come back, when nothing comes', async () => {
    const own = await startServer({ limits: { missingEdits: 150 } });
    const map = await own.createMap();
    const client = await RawClient.open(own.visitor, map);
    const doc = await client.fetchDocument();
    editOf(doc, () => titleOf(doc).insert(0, '1'));
    client.send(
      syncMessage(
        2,
        editOf(doc, () => titleOf(doc).insert(1, '2')),
      ),
    );
    expect((await client.closed).code).toBe(closeCodes.missingEdits.code);
    const other = await RawClient.open(own.visitor, map);
    expect((await other.fetchDocument()).store.pendingStructs).toBeNull();
  });
});

describe('a map that cannot be had', () => {
  it.each(['AAAAAAAAAAAAAAAAAAAAAA', 'no', '..%2f..', '%ff'])(
    '%s is unknown, and trying again is pointless',
    async (id) => {
      const client = await RawClient.open(server.visitor, id);
      expect(await client.closed).toEqual(closeCodes.unknownMap);
    },
  );

  it('stops the client of the page from trying again', async () => {
    const person = new Person(server.visitor, 'AAAAAAAAAAAAAAAAAAAAAA');
    await until('it gave up', () => !person.provider.shouldConnect);
    expect(person.closes).toEqual([closeCodes.unknownMap.code]);
  });

  it('is left by everybody when it goes to the trash, and can be entered again when it is restored', async () => {
    const map = await server.createMap('Kept');
    const ann = await Person.join(server.visitor, map);
    titleOf(ann.doc).insert(4, ' safe');
    await until('the edit was sent', () => ann.provider.ws?.bufferedAmount === 0);
    await ann.untilSaved();
    expect((await server.request('DELETE', `/api/maps/${map}`)).status).toBe(204);
    await until('Ann was sent out', () => ann.closes.length > 0);
    expect(ann.closes).toEqual([closeCodes.inTrash.code]);
    const late = await RawClient.open(server.visitor, map);
    expect(await late.closed).toEqual(closeCodes.inTrash);

    expect((await server.request('POST', `/api/maps/${map}/restore`)).status).toBe(204);
    const ben = await Person.join(server.visitor, map);
    expect(titleOf(ben.doc).toString()).toBe('Kept safe');
  });

  it('is unknown once it was destroyed', async () => {
    const map = await server.createMap();
    await server.request('DELETE', `/api/maps/${map}`);
    expect((await server.request('DELETE', `/api/trash/${map}`)).status).toBe(204);
    const client = await RawClient.open(server.visitor, map);
    expect(await client.closed).toEqual(closeCodes.unknownMap);
  });
});

describe('presence', () => {
  it('reaches the others at once and goes when its owner goes', async () => {
    const map = await server.createMap();
    const ann = await Person.join(server.visitor, map);
    const ben = await Person.join(server.visitor, map);
    ann.provider.awareness.setLocalStateField('user', { name: 'Ann' });
    const annsId = ann.doc.clientID;
    await until('Ben sees Ann', () => ben.provider.awareness.getStates().has(annsId));
    ann.leave();
    await until('Ann is gone', () => !ben.provider.awareness.getStates().has(annsId));
  });

  it('of somebody who comes back with the same client id is seen again', async () => {
    const map = await server.createMap();
    const ben = await RawClient.open(server.visitor, map);
    const first = await RawClient.open(server.visitor, map);
    first.send(presenceMessage({ client: 42, clock: 5, state: { name: 'Ann' } }));
    await until('Ben sees Ann', () => ben.presence.length === 1);
    first.socket.close();
    await until('Ben sees her go', () => ben.presence.length === 2);
    const second = await RawClient.open(server.visitor, map);
    second.send(presenceMessage({ client: 42, clock: 5, state: { name: 'Ann' } }));
    await until('Ben sees her again', () => ben.presence.length === 3);
    const [came, went, back] = ben.presence;
    expect(went).toEqual({ client: 42, clock: came?.clock, state: null });
    expect(back?.state).toMatchObject({ name: 'Ann' });
    // Whoever knows the departure at one clock takes only a higher one for news.
    expect(back?.clock).toBeGreaterThan(went?.clock ?? 0);
    await pause(100);
    expect(second.presence.some(({ client }) => client === 42)).toBe(false);
  });

  it('in the name of somebody else is dropped', async () => {
    const map = await server.createMap();
    const ann = await RawClient.open(server.visitor, map);
    ann.send(presenceMessage({ client: 1, clock: 1, state: { name: 'Ann' } }));
    const mallory = await RawClient.open(server.visitor, map);
    await until('Ann is seen', () => mallory.presence.length === 1);
    mallory.send(presenceMessage({ client: 2, clock: 1, state: { name: 'Mallory' } }));
    mallory.send(presenceMessage({ client: 1, clock: 9, state: null }));
    mallory.send(presenceMessage({ client: 1, clock: 9, state: { name: 'Fool' } }, { client: 3, clock: 1, state: {} }));
    mallory.send(presenceMessage({ client: 2, clock: 2, state: { name: 'Mallory', x: 1 } }));
    await until('Mallory is seen', () => ann.presence.some(({ clock }) => clock === 2));
    expect(ann.presence.filter(({ client }) => client !== 2).map(({ state }) => state)).toMatchObject([
      { name: 'Ann' },
    ]);
    const witness = await RawClient.open(server.visitor, map);
    await until('both are there', () => witness.presence.length === 2);
    expect(witness.presence.map(({ client }) => client).sort()).toEqual([1, 2]);
  });

  it('under the id of a living person is not taken over', async () => {
    const map = await server.createMap();
    const ann = await RawClient.open(server.visitor, map);
    ann.send(presenceMessage({ client: 1, clock: 1, state: { name: 'Ann' } }));
    const mallory = await RawClient.open(server.visitor, map);
    mallory.send(presenceMessage({ client: 1, clock: 50, state: { name: 'Mallory' } }));
    await pause(150);
    const witness = await RawClient.open(server.visitor, map);
    await until('Ann is there', () => witness.presence.length === 1);
    expect(witness.presence[0]?.state).toMatchObject({ name: 'Ann' });
    expect(ann.socket.readyState).toBe(ann.socket.OPEN);
  });

  it.each([
    ['too large', JSON.stringify({ name: 'x'.repeat(3_000) })],
    ['no JSON', '{"name":'],
    ['a list', '[]'],
    ['a number', '1'],
  ])('that is %s is dropped, and the connection stays', async (_what, state) => {
    const map = await server.createMap();
    const [sender, witness] = [await RawClient.open(server.visitor, map), await RawClient.open(server.visitor, map)];
    const text = new TextEncoder().encode(state);
    const length = text.length < 128 ? [text.length] : [(text.length & 127) | 128, text.length >> 7];
    const body = bytes(1, 9, 1, ...length, text);
    const total = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
    sender.send(bytes(1, ...total, body));
    sender.send(presenceMessage({ client: 9, clock: 2, state: { fine: true } }));
    await until('the next one came', () => witness.presence.length > 0);
    expect(witness.presence).toMatchObject([{ client: 9, clock: 2, state: { fine: true } }]);
  });

  it('comes as one message however many move', async () => {
    const map = await server.createMap();
    const people = await Promise.all(Array.from({ length: 10 }, () => RawClient.open(server.visitor, map)));
    const witness = await RawClient.open(server.visitor, map);
    let clock = 0;
    while (clock < 40) {
      clock++;
      for (const [client, person] of people.entries())
        person.send(presenceMessage({ client, clock, state: { clock } }));
      await pause(10);
    }
    const latest = () => new Map(witness.presence.map((entry) => [entry.client, entry.clock]));
    await until('the last state of each came', () => [...latest().values()].filter((at) => at === clock).length === 10);
    // One by one there would be ten for each time that all of them moved.
    expect(witness.of(1).length).toBeLessThan(5 * clock);
  });

  it('is asked for with message 3', async () => {
    const map = await server.createMap();
    const [ann, ben] = [await RawClient.open(server.visitor, map), await RawClient.open(server.visitor, map)];
    ann.send(presenceMessage({ client: 1, clock: 1, state: { name: 'Ann' } }));
    await until('Ben sees Ann', () => ben.presence.length === 1);
    ben.send(bytes(3));
    await until('Ben was told again', () => ben.presence.length === 2);
  });
});

describe('a connection', () => {
  it('of somebody alone hears a sign of life before it takes the line for dead', async () => {
    const own = await startServer({ limits: { signOfLife: 60 } });
    const client = await RawClient.open(own.visitor, await own.createMap());
    await until('a sign of life came', () => client.received.some((frame) => frame.join() === '1,1,0'));
  });

  it.each([
    ['an unknown type', bytes(77)],
    ['nothing', bytes()],
    ['an unknown sync step', bytes(0, 3, 0)],
    ['a length beyond its end', bytes(0, 2, 200, 1)],
    ['a number without end', bytes(255, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
    ['something behind its end', bytes(0, 2, 2, 0, 0, 9)],
    ['a state vector that announces too much', bytes(0, 0, 5, 255, 255, 255, 127, 0)],
    ['presence that announces too much', bytes(1, 2, 255, 127)],
    ['random bytes', bytes(0, 2, 12, 9, 241, 3, 77, 21, 255, 4, 5, 6, 7, 8, 9)],
  ])('that sends %s is closed, and nobody else notices', async (_what, frame) => {
    const map = await server.createMap();
    const ann = await Person.join(server.visitor, map);
    const mallory = await RawClient.open(server.visitor, map);
    mallory.send(frame);
    expect((await mallory.closed).code).toBe(closeCodes.badMessage.code);
    titleOf(ann.doc).insert(0, '!');
    await ann.untilSaved();
    expect(ann.closes).toEqual([]);
  });

  it('that sends text is closed with 1003', async () => {
    const client = await RawClient.open(server.visitor, await server.createMap());
    client.socket.send('hello');
    expect((await client.closed).code).toBe(1003);
  });

  it('that breaks the WebSocket protocol itself harms nobody', async () => {
    const map = await server.createMap();
    const ann = await Person.join(server.visitor, map);
    for (const junk of [
      [0x82, 0x05, 1, 2, 3, 4, 5],
      [0xff, 0xff],
      [0x09, 0xfe, 0xff, 0xff],
      [0xc2, 0x80, 0, 0, 0, 0],
    ]) {
      const client = await RawClient.open(server.visitor, map);
      // Below the client library, straight into the connection.
      (client.socket as unknown as { _socket: { write(data: Uint8Array): void } })._socket.write(Uint8Array.from(junk));
      await client.closed;
    }
    titleOf(ann.doc).insert(0, '!');
    await ann.untilSaved();
  });

  it('from another site is refused', async () => {
    const map = await server.createMap();
    const refused = RawClient.open(server.visitor, map, { origin: 'https://evil.example' });
    await expect(refused).rejects.toThrow('403');
    const { host } = new URL(server.url);
    const own = await RawClient.open(server.visitor, map, { origin: `http://${host}` });
    expect(titleOf(await own.fetchDocument()).toString()).toBe('A map');
  });

  it('to another address than /sync/<map> is refused', async () => {
    await expect(RawClient.open(server.visitor, 'a/b')).rejects.toThrow('404');
  });

  it('that is refused is ended from this side when the other never does', async () => {
    const { port } = new URL(server.url);
    const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    socket.on('error', () => {});
    socket.resume();
    const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
    const refused = new Promise<void>((resolve) => socket.on('end', resolve));
    socket.write(`GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n`);
    await refused;
    // Only a connection that the other side has let go of answers this with an error.
    const drip = setInterval(() => socket.write('x'), 20);
    afterwards(async () => clearInterval(drip));
    await closed;
    clearInterval(drip);
  });

  it('that cuts a message into hundreds of pieces is closed', async () => {
    const map = await server.createMap('T');
    const pieces = async (count: number) => {
      const client = await RawClient.open(server.visitor, map);
      const message = presenceMessage({ client: 1, clock: 1, state: { name: 'x'.repeat(400) } });
      for (let at = 0; at < count; at++) {
        const last = at === count - 1;
        client.socket.send(last ? message.slice(at) : message.slice(at, at + 1), { fin: last, binary: true });
      }
      return client;
    };
    const few = await pieces(200);
    expect((await few.fetchDocument()).getMap('meta').size).toBeGreaterThan(0);
    expect((await (await pieces(300)).closed).code).not.toBe(1000);
  });

  it('beyond the number for one address is refused, until another closes', async () => {
    const own = await startServer({ environment: { socketsPerAddress: 2 } });
    const map = await own.createMap();
    const [first] = [await RawClient.open(own.visitor, map), await RawClient.open(own.visitor, map)];
    await expect(RawClient.open(own.visitor, map)).rejects.toThrow('429');
    first.socket.close();
    await first.closed;
    await vi.waitFor(() => RawClient.open(own.visitor, map), { timeout: 20_000 });
  });
});

describe('a client that sends too fast', () => {
  it('is read slower, and loses nothing', async () => {
    const own = await startServer({ limits: { edits: { perSecond: 200, burst: 20 } } });
    const map = await own.createMap('T');
    const client = await RawClient.open(own.visitor, map);
    const doc = await client.fetchDocument();
    const started = performance.now();
    for (let i = 0; i < 100; i++)
      client.send(
        syncMessage(
          2,
          editOf(doc, () => titleOf(doc).insert(i, 'x')),
        ),
      );
    client.send(savedMessage(1));
    await until('all of it was saved', () => client.saved.includes(1));
    expect(performance.now() - started).toBeGreaterThan(300);
    const other = await RawClient.open(own.visitor, map);
    expect(titleOf(await other.fetchDocument()).length).toBe(101);
  });
});

describe('a client that does not read', () => {
  it('costs a bounded amount of memory and is up to date again when it reads', async () => {
    const editBytes = { perSecond: 1e9, burst: 1e9 };
    const limits = { documentBacklog: 256 * 1024, presenceBacklog: 64 * 1024, editBytes };
    const own = await startServer({ limits });
    const map = await own.createMap('T');
    const slow = await RawClient.open(own.visitor, map);
    await slow.fetchDocument();
    const writer = await RawClient.open(own.visitor, map);
    const doc = await writer.fetchDocument();
    const text = new Y.Text();
    writer.send(
      syncMessage(
        2,
        editOf(doc, () => doc.getMap('notes').set('n', new Y.Map([['text', text]]))),
      ),
    );

    slow.socket.pause();
    const before = slow.received.length;
    for (let i = 0; i < 150; i++) {
      writer.send(
        syncMessage(
          2,
          editOf(doc, () => text.insert(0, String(i % 10).repeat(200_000))),
        ),
      );
      writer.send(
        syncMessage(
          2,
          editOf(doc, () => text.delete(0, 200_000)),
        ),
      );
      if (i % 10 === 9) await pause(20);
    }
    writer.send(savedMessage(1));
    await until('the writer is done', () => writer.saved.includes(1));
    editOf(doc, () => text.insert(0, 'the end'));
    writer.send(syncMessage(1, Y.encodeStateAsUpdate(doc)));

    slow.socket.resume();
    const lastText = () => {
      const note = slow.document().getMap('notes').get('n');
      return note instanceof Y.Map ? String(note.get('text')) : '';
    };
    await until('it has caught up', () => lastText() === 'the end');
    // 30 MB were written. What came was what the operating system had taken, the backlog, and the rest in one piece.
    const came = slow.received.slice(before).reduce((sum, frame) => sum + frame.length, 0);
    expect(came).toBeLessThan(15_000_000);
  });

  it('is given up when nothing moves for long', async () => {
    const own = await startServer({ limits: { documentBacklog: 64 * 1024, stalled: 200 } });
    const map = await own.createMap('T');
    const slow = await RawClient.open(own.visitor, map);
    await slow.fetchDocument();
    const writer = await RawClient.open(own.visitor, map);
    const doc = await writer.fetchDocument();
    slow.socket.pause();
    for (let i = 0; i < 80; i++) {
      writer.send(
        syncMessage(
          2,
          editOf(doc, () => titleOf(doc).insert(0, 'x'.repeat(100_000))),
        ),
      );
    }
    writer.send(savedMessage(1));
    await until('the writer is done', () => writer.saved.includes(1));
    await pause(700);
    slow.socket.resume();
    expect((await slow.closed).code).toBe(1006);
  });
});

it('answers a state vector with what is missing and no more', async () => {
  const map = await server.createMap('T');
  const client = await RawClient.open(server.visitor, map);
  const doc = await client.fetchDocument();
  client.send(
    syncMessage(
      2,
      editOf(doc, () => titleOf(doc).insert(0, 'long '.repeat(1_000))),
    ),
  );
  client.send(savedMessage(1));
  await until('it was saved', () => client.saved.includes(1));
  const before = client.received.length;
  client.send(syncMessage(0, Y.encodeStateVector(doc)));
  await until('the answer came', () => client.received.length > before);
  const answer = client.received[before];
  expect(answer?.length).toBeLessThan(100);
  const decoder = decoding.createDecoder(answer ?? new Uint8Array());
  expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([0, 1]);
});
