import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { messageType } from '../../shared/protocol/messages.ts';
import {
  bytes,
  message,
  Person,
  pause,
  presenceMessage,
  RawClient,
  type Seat,
  savedMessage,
  syncMessage,
  until,
} from '../support/clients.ts';
import { type Random, randomFrom } from '../support/random.ts';
import { type ServerProcess, startProcess } from '../support/serverProcess.ts';
import { startServer, temporaryFolder } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess({ DATA_DIR: await temporaryFolder() });
});

/** What the server holds of the machine's memory, where the system says so in a file (Linux): NaN elsewhere. */
function megabytes(): number {
  try {
    return (Number(readFileSync(`/proc/${server.process.pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1024 / 1024;
  } catch {
    return Number.NaN;
  }
}

function expectGrownLessThan(limit: number, before: number): void {
  const grown = megabytes() - before;
  if (!Number.isNaN(grown)) expect(grown).toBeLessThan(limit);
}

/** An edit that is in order, in many sizes. */
function anEdit(random: Random): Uint8Array {
  const doc = new Y.Doc();
  const notes = doc.getMap('notes');
  for (let left = 1 + random.below(4); left > 0; left--) notes.set(`n${random.below(9)}`, new Y.Map([['text', 'x']]));
  if (random.chance(0.3)) notes.delete('n1');
  return Y.encodeStateAsUpdate(doc);
}

const randomBytes = (random: Random, length: number) => Uint8Array.from({ length }, () => random.below(256));

/** A message that is not in order, of every kind there is. */
const damaged: Record<string, (random: Random) => Uint8Array> = {
  'a message cut off': (random) => {
    const whole = syncMessage(2, anEdit(random));
    return whole.slice(0, random.below(whole.length));
  },
  'an edit cut off': (random) => {
    const edit = anEdit(random);
    return syncMessage(random.chance(0.5) ? 1 : 2, edit.slice(0, random.below(edit.length)));
  },
  'an edit with a bit turned': (random) => {
    const edit = anEdit(random);
    const at = random.below(edit.length);
    edit[at] = (edit[at] ?? 0) ^ (1 << random.below(8));
    return syncMessage(2, edit);
  },
  'bytes instead of an edit': (random) => syncMessage(2, randomBytes(random, random.below(60))),
  'bytes instead of a message': (random) => randomBytes(random, random.below(60)),
  'bytes behind a message': (random) => bytes(syncMessage(2, anEdit(random)), randomBytes(random, 1 + random.below(9))),
  'a state vector of nonsense': (random) => syncMessage(0, randomBytes(random, 1 + random.below(40))),
  'presence of nonsense': (random) =>
    message((encoder) => {
      const body = randomBytes(random, random.below(40));
      for (const byte of [1, body.length, ...body]) encoder.cbuf[encoder.cpos++] = byte;
    }),
  'an unknown type': (random) => bytes(4 + random.below(90), randomBytes(random, random.below(9))),
  'numbers without end': (random) => Uint8Array.from({ length: 1 + random.below(40) }, () => 255),
  'an empty item': () => syncMessage(2, bytes(1, 1, 1, 0, 0, 0, 0)),
  'an item of length 0 in a known part': () =>
    syncMessage(2, Uint8Array.from([1, 1, 1, 0, 4, 1, 4, 109, 101, 116, 97, 0, 0])),
};

it('two thousand damaged messages of every kind harm nobody but their senders', async () => {
  const map = await server.visitor.createMap('T');
  const ann = await Person.join(server.visitor, map);
  const random = randomFrom(20260101);
  const kinds = Object.entries(damaged);
  let closed = 0;
  let mallory = await RawClient.open(server.visitor, map);
  void mallory.closed.then(() => closed++);
  for (let sent = 0; sent < 2_000; sent++) {
    if (mallory.socket.readyState !== mallory.socket.OPEN) {
      mallory = await RawClient.open(server.visitor, map);
      void mallory.closed.then(() => closed++);
    }
    const [, make] = kinds[sent % kinds.length] ?? kinds[0] ?? [];
    if (make) mallory.send(make(random));
    // So that most of them are the first thing wrong on their connection.
    if (sent % 4 === 3) await pause(1);
  }
  titleOf(ann.doc).insert(1, '!');
  await ann.untilSaved();
  expect(ann.closes).toEqual([]);
  expect(closed).toBeGreaterThan(100);
  const late = await Person.join(server.visitor, map);
  expect(titleOf(late.doc).toString()).toBe('T!');
  expect(late.doc.store.pendingStructs).toBeNull();
  expect(server.errors()).toBe('');
}, 120_000);

it('a thousand people who say nothing, and one who does not read, cost little memory and are sent nothing', async () => {
  const map = await server.visitor.createMap('T');
  const ann = await Person.join(server.visitor, map);
  const ben = await Person.join(server.visitor, map);
  const before = megabytes();
  const idle: RawClient[] = [];
  while (idle.length < 1_000) {
    idle.push(...(await Promise.all(Array.from({ length: 20 }, () => RawClient.open(server.visitor, map)))));
  }
  const stalled = await RawClient.open(server.visitor, map);
  await stalled.fetchDocument();
  stalled.socket.pause();
  for (let at = 0; at < 500; at++) stalled.send(syncMessage(0, bytes(0)));
  const heard = () => idle.reduce((sum, one) => sum + one.of(messageType.sync).length, 0);
  const heardBefore = heard();
  for (let at = 0; at < 15; at++) {
    titleOf(ann.doc).insert(titleOf(ann.doc).length, `<${at}>`);
    await until('Ben has it', () => titleOf(ben.doc).toString().endsWith(`<${at}>`));
  }
  // Nobody has asked for the map, so nobody is sent what Ann writes.
  expect(heard()).toBe(heardBefore);
  // 20 kB for each is the aim.
  expectGrownLessThan(200, before);
  for (const { socket } of idle) socket.terminate();
}, 120_000);

describe('junk that an editor puts into a map', () => {
  async function fill(seat: Seat, map: string, write: (doc: Y.Doc) => void): Promise<RawClient> {
    const client = await RawClient.open(seat, map);
    const doc = await client.fetchDocument();
    const before = Y.encodeStateVector(doc);
    write(doc);
    client.send(syncMessage(1, Y.encodeStateAsUpdate(doc, before)));
    client.send(savedMessage(1));
    return client;
  }

  it.each<[string, (doc: Y.Doc) => void]>([
    ['an unknown part', (doc) => doc.getMap('junk').set('k', 1)],
    ['a list at the root', (doc) => doc.getArray('junk').push([1])],
    ['a name that is none', (doc) => doc.getMap('meta').set('__proto__', 1)],
    ['a name without end', (doc) => doc.getMap('meta').set('k'.repeat(1_000), 1)],
    ['a string of a megabyte', (doc) => doc.getMap('meta').set('k', 'x'.repeat(1024 * 1024))],
    ['a text of a megabyte', (doc) => doc.getMap('notes').set('k', new Y.Text('x'.repeat(1024 * 1024)))],
    ['bytes', (doc) => doc.getMap('meta').set('k', new Uint8Array(10))],
    ['another document', (doc) => doc.getMap('meta').set('k', new Y.Doc())],
  ])('%s is refused', async (_what, write) => {
    const map = await server.visitor.createMap('T');
    const client = await fill(server.visitor, map, write);
    expect((await client.closed).code).toBe(closeCodes.badMessage.code);
    expect(client.saved).toEqual([]);
  });

  it('a hundred thousand deleted names do not keep others from opening it soon', async () => {
    const map = await server.visitor.createMap('T');
    const mallory = await fill(server.visitor, map, (doc) => {
      const notes = doc.getMap('notes');
      doc.transact(() => {
        for (let at = 0; at < 100_000; at++) notes.set(`k${at}`, at);
      });
      doc.transact(() => {
        for (let at = 0; at < 100_000; at++) notes.delete(`k${at}`);
      });
    });
    await until('it is saved', () => mallory.saved.includes(1));
    // Half a second is the aim on a machine that does nothing else; whoever joins gives up after twenty.
    await Person.join(server.visitor, map);
  });

  it('more pieces, client ids or bytes than a map may have are refused, and the map stays as it was', async () => {
    const limits = { items: 300, writers: 50, writersOfOne: 20, map: 40_000 };
    const own = await startServer({ limits });
    const tooMuch: ((doc: Y.Doc) => void)[] = [
      (doc) =>
        doc.transact(() => {
          for (let at = 0; at < 400; at++) doc.getMap('notes').set(`k${at}`, at);
        }),
      (doc) => {
        for (let at = 0; at < 30; at++) {
          doc.clientID = 1_000 + at;
          doc.getMap('notes').set(`k${at}`, at);
        }
      },
      (doc) => doc.getMap('notes').set('k', 'x'.repeat(50_000)),
    ];
    for (const write of tooMuch) {
      const map = await own.createMap('T');
      const client = await fill(own.visitor, map, write);
      expect((await client.closed).code).toBe(closeCodes.tooLarge.code);
      expect(client.saved).toEqual([]);
      const ann = await Person.join(own.visitor, map);
      expect(ann.doc.getMap('notes').size).toBe(0);
      titleOf(ann.doc).insert(1, '!');
      await ann.untilSaved();
    }
  });
});

it('more maps than one person may have open at once are not opened, until others are closed', async () => {
  const own = await startServer({ environment: { socketsPerPerson: 2 } });
  const map = await own.createMap('T');
  const [first] = [await RawClient.open(own.visitor, map), await RawClient.open(own.visitor, map)];
  expect(await (await RawClient.open(own.visitor, map)).closed).toEqual(closeCodes.tryAgain);
  first.socket.close();
  await first.closed;
  await pause(50);
  const next = await RawClient.open(own.visitor, map);
  await next.fetchDocument();
  next.send(presenceMessage({ client: 1, clock: 1, state: {} }));
});
