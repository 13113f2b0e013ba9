import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { mapRules } from '../../server/documents/mapDocument.ts';
import { storedUpdates } from '../../server/documents/storedUpdates.ts';
import { defaultLimits } from '../../server/rooms/limits.ts';
import type { Member } from '../../server/rooms/member.ts';
import type { Wire } from '../../server/rooms/outbox.ts';
import { Room } from '../../server/rooms/room.ts';
import { sendStored } from '../../server/rooms/storedFirst.ts';
import { CommitQueue } from '../../server/storage/commitQueue.ts';
import { encodeRow } from '../../server/storage/logRow.ts';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import type { StoredLog } from '../../server/storage/storage.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { bytes, Person, RawClient, syncMessage, until } from '../support/clients.ts';
import { startServer, temporaryFolder } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';

describe('what is stored of a document', () => {
  /** A title, and each letter that was typed into it. */
  function history() {
    const doc = new Y.Doc();
    doc.getMap('meta').set('title', new Y.Text('A map'));
    const checkpoint = { seq: 1, data: Y.encodeStateAsUpdate(doc) };
    const edits: Uint8Array[] = [];
    doc.on('update', (edit: Uint8Array) => void edits.push(edit));
    for (const letter of 'abc') titleOf(doc).insert(0, letter);
    titleOf(doc).delete(1, 1);
    const rows = edits.map((edit, index) => ({ seq: 1 + index, data: encodeRow([edit]) }));
    return { doc, checkpoint, rows };
  }
  const updatesOf = (log: StoredLog) => storedUpdates(log, mapRules);

  it('gives the same document as edits', () => {
    const { doc, ...log } = history();
    const copy = new Y.Doc();
    for (const update of updatesOf(log) ?? []) Y.applyUpdate(copy, update);
    expect(titleOf(copy).toString()).toBe(titleOf(doc).toString());
    expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
  });

  it('is looked at no further when something of it is missing, torn, or none of ours', () => {
    const { checkpoint, rows } = history();
    const elsewhere = new Y.Doc();
    elsewhere.getMap('elsewhere').set('a', 1);
    const foreign = { seq: 9, data: encodeRow([Y.encodeStateAsUpdate(elsewhere)]) };
    const torn = rows.map(({ seq, data }) => ({ seq, data: data.slice(0, -1) }));
    expect(updatesOf({ checkpoint: null, rows })).toBeNull();
    expect(updatesOf({ checkpoint, rows: rows.slice(1) })).toBeNull();
    expect(updatesOf({ checkpoint, rows: torn })).toBeNull();
    expect(updatesOf({ checkpoint, rows: [...rows, foreign] })).toBeNull();
    expect(updatesOf({ checkpoint: { seq: 1, data: bytes(0, 0) }, rows: [] })).toBeNull();
  });
});

it('whoever was sent a state that then could not be read comes back, though an earlier one was', async () => {
  const large = new Y.Doc();
  large.getMap('meta').set('title', new Y.Text('x'.repeat(80_000)));
  const read = { doc: new Y.Doc(), base: null, rows: [], bytes: 0, writers: [] };
  const unreadable = [{ kind: 'checkpoint' as const, seq: 1, reason: 'it is torn' }];
  let join = () => {};
  const joined = new Promise<void>((resolve) => {
    join = resolve;
  });
  const log = new CommitQueue({ append: async () => undefined }, { delay: 8 });
  const room = new Room({
    ...{ document: 'a', log, limits: defaultLimits, note() {}, onClosed() {} },
    meter: { edits() {}, refused() {} },
    async load(onStored) {
      await joined;
      await onStored({ checkpoint: { seq: 1, data: Y.encodeStateAsUpdate(large) }, rows: [] });
      await onStored({ checkpoint: null, rows: [] });
      return { ...read, unreadable };
    },
  });
  const sent: Uint8Array[] = [];
  const closed: number[] = [];
  const wire: Wire = {
    ...{ unsent: 0, pause() {}, resume() {}, drop() {}, probe: async () => true },
    send: (frame) => void sent.push(frame),
    close: (code) => void closed.push(code),
  };
  const visitor = { id: 'ann', name: 'Ann', color: '#000', kind: 'guest' as const, session: 's' };
  room.join(wire, { visitor, role: 'editor', mayWrite: true }).receive(syncMessage(0, bytes(0)));
  join();
  await until('the room is open', () => room.state !== 'loading');
  expect(sent.some(({ length }) => length > 80_000)).toBe(true);
  expect(closed).toEqual([closeCodes.tryAgain.code]);
  room.end(closeCodes.restarting);
});

it('who has asked is answered at once, and who asks a moment later need not wait for the document either', async () => {
  const large = new Y.Doc();
  large.getMap('meta').set('title', new Y.Text('x'.repeat(80_000)));
  const log = { checkpoint: { seq: 1, data: Y.encodeStateAsUpdate(large) }, rows: [] };
  const waiting = () => {
    const member = {
      ...{ hasSpoken: false, isTold: false, outbox: { isDrained: true } },
      // What is answered waits no longer.
      sendWhole() {
        if (!member.hasSpoken) return false;
        expect(member.isTold).toBe(false);
        member.hasSpoken = false;
        member.isTold = true;
        return true;
      },
    };
    return member;
  };
  const [quick, slow] = [waiting(), waiting()];
  quick.hasSpoken = true;
  const members = [quick, slow] as unknown as Member[];
  const sending = sendStored(log, { rules: mapRules, members, limits: defaultLimits });
  expect([quick.isTold, slow.isTold]).toEqual([true, false]);
  setImmediate(() => {
    slow.hasSpoken = true;
  });
  expect((await sending)?.members).toEqual(members);
});

describe('a large map that nobody had open', () => {
  /** A folder with a map that 80 kB were typed into, and what was typed last. */
  async function stored() {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const map = await server.createMap('T');
    const writer = await Person.join(server.visitor, map);
    titleOf(writer.doc).insert(1, 'x'.repeat(80_000));
    await writer.untilSaved();
    titleOf(writer.doc).insert(0, 'last ');
    await writer.untilSaved();
    writer.leave();
    await server.close();
    return { folder, map, title: titleOf(writer.doc).toString() };
  }

  /** How many bytes each answer to "what do I lack" had. */
  const answers = (client: RawClient) =>
    client
      .of(0)
      .filter((decoder) => decoding.readVarUint(decoder) === 1)
      .map((decoder) => decoding.readVarUint8Array(decoder).length);

  it('comes as it is stored, is said to be there when it is, and takes edits', async () => {
    const { folder, map, title } = await stored();
    const server = await startServer({ folder });
    const first = await RawClient.open(server.visitor, map);
    const doc = await first.fetchDocument();
    // The edits came before, and this says that these are all.
    expect(answers(first)).toEqual([2]);
    expect(titleOf(doc).toString()).toBe(title);

    const ann = await Person.join(server.visitor, map);
    expect(titleOf(ann.doc).toString()).toBe(title);
    titleOf(ann.doc).insert(0, 'more and ');
    await ann.untilSaved();
    await until('the first has it', () => titleOf(first.document()).toString() === `more and ${title}`);
    const late = await RawClient.open(server.visitor, map);
    expect(titleOf(await late.fetchDocument()).toString()).toBe(`more and ${title}`);
  });

  it('comes from its document when a part of it cannot be read', async () => {
    const { folder, map, title } = await stored();
    const { DatabaseSync } = findSqlite();
    const database = new DatabaseSync(join(folder, DATABASE_FILE));
    database.prepare('insert into doc_update (map, data, at) values (?, ?, 0)').run(map, bytes(3, 9, 9, 9));
    database.close();
    const server = await startServer({ folder });
    const client = await RawClient.open(server.visitor, map);
    expect(titleOf(await client.fetchDocument()).toString()).toBe(title);
    expect(answers(client)[0]).toBeGreaterThan(80_000);
    expect(server.logged.some((line) => line.includes('set aside row'))).toBe(true);
  });
});
