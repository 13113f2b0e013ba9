import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bytes, pause, presenceMessage, RawClient, savedMessage, syncMessage, until } from '../support/clients.ts';
import { type ServerProcess, startProcess } from '../support/serverProcess.ts';
import { temporaryFolder } from '../support/testServer.ts';

let server: ServerProcess;
let map: string;
beforeAll(async () => {
  server = await startProcess({ DATA_DIR: await temporaryFolder() });
  map = await server.visitor.createMap('T');
  // A megabyte that everybody who asks for the map is sent.
  const client = await RawClient.open(server.visitor, map);
  const doc = await client.fetchDocument();
  const before = Y.encodeStateVector(doc);
  for (let at = 0; at < 100; at++)
    doc.getMap('notes').set(`n${at}`, new Y.Map([['text', new Y.Text('x'.repeat(10_000))]]));
  client.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
  client.send(savedMessage(1));
  await until('it is there', () => client.saved.includes(1));
  client.socket.close();
});

/** What the server holds of the machine's memory, where the system says so in a file (Linux): NaN elsewhere. */
function megabytes(): number {
  try {
    const pages = readFileSync(`/proc/${server.process.pid}/statm`, 'utf8').split(' ')[1];
    return (Number(pages) * PAGE) / 1024 / 1024;
  } catch {
    return Number.NaN;
  }
}
/** Larger on some machines; then less is counted than is held, which fails no test that should pass. */
const PAGE = 4096;

function expectGrownLessThan(limit: number, before: number, now = megabytes()): void {
  const grown = now - before;
  if (!Number.isNaN(grown)) expect(grown).toBeLessThan(limit);
}

/** Somebody who works meanwhile, and has `EDITS` of theirs saved, one after the other; the most memory held between. */
async function othersWorkOn(): Promise<number> {
  const client = await RawClient.open(server.visitor, map);
  const doc = await client.fetchDocument();
  let most = megabytes();
  for (let counter = 1; counter <= EDITS; counter++) {
    const before = Y.encodeStateVector(doc);
    doc.getMap('meta').set('currency', `C${counter}`);
    client.send(syncMessage(2, Y.encodeStateAsUpdate(doc, before)));
    client.send(savedMessage(counter));
    await until('the edit was saved', () => client.saved.includes(counter));
    most = Math.max(most, megabytes());
    await pause(20);
  }
  client.socket.close();
  return most;
}
const EDITS = 25;

describe('others hardly notice, and memory stays bounded, while somebody', () => {
  it.each<[string, (client: RawClient) => Promise<void>]>([
    [
      'does not read and asks for the map again and again',
      async (client) => {
        client.socket.pause();
        for (let i = 0; i < 5_000; i++) client.send(syncMessage(0, bytes(0)));
      },
    ],
    [
      'reads and asks for the map again and again',
      async (client) => {
        for (let i = 0; i < 2_000; i++) client.send(syncMessage(0, bytes(0)));
      },
    ],
    [
      'floods with presence',
      async (client) => {
        for (let i = 0; i < 20_000; i++) {
          client.send(presenceMessage({ client: 666, clock: i + 1, state: { junk: 'x'.repeat(1_500) } }));
        }
      },
    ],
    [
      'floods with edits that build on nothing',
      async (client) => {
        const source = new Y.Doc();
        for (let i = 0; i < 3_000; i++) {
          const before = Y.encodeStateVector(source);
          source.getMap('notes').set('k', i);
          if (i > 0) client.send(syncMessage(2, Y.encodeStateAsUpdate(source, before)));
        }
      },
    ],
    [
      'announces millions of items in a few bytes, on one connection after the other',
      async () => {
        for (let i = 0; i < 200; i++) {
          const client = await RawClient.open(server.visitor, map);
          client.send(syncMessage(2, bytes(1, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 1)));
          await client.closed;
        }
      },
    ],
  ])('%s', async (_what, attack) => {
    const before = megabytes();
    const attacker = await RawClient.open(server.visitor, map);
    const [most] = await Promise.all([othersWorkOn(), attack(attacker)]);
    attacker.socket.terminate();
    // 160 is the aim; without the limits it would be a gigabyte and more.
    expectGrownLessThan(400, before, most);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});

it('four hundred connections that say nothing cost little', async () => {
  const before = megabytes();
  const clients: RawClient[] = [];
  for (let i = 0; i < 40; i++) {
    clients.push(...(await Promise.all(Array.from({ length: 10 }, () => RawClient.open(server.visitor, map)))));
  }
  await pause(300);
  // 20 kB each is the aim; four hundred of them tell that it is not half a megabyte.
  expectGrownLessThan(200, before);
  for (const { socket } of clients) socket.terminate();
});
