import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { admitUpdate } from '../../server/documents/admitUpdate.ts';
import { Malformed } from '../../server/documents/byteReader.ts';
import { foldLog } from '../../server/documents/foldLog.ts';
import { mapRules, summarize } from '../../server/documents/mapDocument.ts';
import { openLog } from '../../server/documents/openLog.ts';
import { readLog } from '../../server/documents/readLog.ts';
import { decodeRow, encodeRow } from '../../server/storage/logRow.ts';
import type { StoredLog } from '../../server/storage/storage.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { presentMap } from '../../shared/model/presentMap.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { bytes, message } from '../support/clients.ts';
import { aMap, drawMap } from '../support/mapBuilder.ts';

const asJson = (doc: Y.Doc) => presentMap('map', readMap(doc));
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const admit = (doc: Y.Doc, update: Uint8Array) => admitUpdate(doc, update, mapRules);
const long = (value: number) => message((encoder) => encoding.writeVarUint(encoder, value));
const name = (text: string) => message((encoder) => encoding.writeVarString(encoder, text));
/** One item of client 1 at clock 0 under a key of `meta`, with this content; `info` names the kind. */
const item = (info: number, ...content: (number | Uint8Array)[]) =>
  bytes(1, 1, 1, 0, info | 0x20, 1, name('meta'), name('k'), ...content, 0);

describe('edits that would break the map', () => {
  it.each<[string, Uint8Array]>([
    // The three of the report on what Yjs lets through: each ruins a document for good.
    ['an item of length 0', hex('01010100000000')],
    ['an item that stops the document from reporting edits', hex('010100000101056a756e6b310000')],
    ['an empty text', item(4, 0)],
    ['an empty list of values', item(8, 0)],
    ['an item of no length that says it was deleted', item(1, 0)],
    ['a clock beyond 2^31', bytes(1, 1, 1, long(2 ** 31), 0, 1, 0)],
    ['a length that leads beyond 2^31', bytes(1, 1, 1, 5, 0, long(2 ** 31 - 3), 0)],
    ['a client id beyond 2^32', bytes(1, 1, long(2 ** 32), 0, 0, 1, 0)],
    ['thirty million items in seven bytes', bytes(1, long(30_000_000), 1, 0, 0, 1)],
    ['as many writers', bytes(long(30_000_000), 1, 1, 0, 0, 1, 0)],
    ['as many values', item(8, long(30_000_000), 126)],
    ['a value with as many members', item(8, 1, 118, long(30_000_000))],
    ['a list in a value with as many members', item(8, 1, 117, long(30_000_000))],
    ['as many deletions', bytes(0, 1, 1, long(30_000_000), 0, 1)],
    ['a deletion of nothing', bytes(0, 1, 1, 1, 0, 0)],
    ['a deletion beyond 2^31', bytes(0, 1, 1, 1, long(2 ** 31 - 1), 5)],
    ['one writer twice', bytes(2, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0)],
    ['an item that builds on itself', bytes(1, 1, 1, 0, 0x84, 1, 0, name('x'), 0)],
    ['an item that builds on a later one', bytes(1, 1, 1, 3, 0x44, 1, 9, name('x'), 0)],
    ['an unknown part of the map', bytes(1, 1, 1, 0, 0x28, 1, name('junk'), name('k'), 1, 126, 0)],
    ['something without a name in a part of the map', bytes(1, 1, 1, 0, 8, 1, name('meta'), 1, 126, 0)],
    ['__proto__ as a name', bytes(1, 1, 1, 0, 0x28, 1, name('meta'), name('__proto__'), 1, 126, 0)],
    ['__proto__ in a value', item(8, 1, 118, 1, name('__proto__'), 126)],
    ['a name without end', bytes(1, 1, 1, 0, 0x28, 1, name('meta'), name('k'.repeat(400)), 1, 126, 0)],
    ['a document inside the document', item(9, name('guid'), 118, 0)],
    ['bytes', item(3, 2, 1, 2)],
    ['an XML element', item(7, 3, name('p'))],
    ['a kind that does not exist', item(31, 1)],
    ['text that is no UTF-8', item(4, 2, 0xc3, 0x28)],
    ['a value nested a thousand deep', item(8, 1, ...Array.from({ length: 1_000 }, () => bytes(117, 1)), 126)],
    ['a megabyte in one text', item(4, name('x'.repeat(1_000_000)))],
    ['a length beyond the message', item(4, 100, 65)],
    ['two edits put end to end', bytes(Y.encodeStateAsUpdate(newMapDoc('a')), Y.encodeStateAsUpdate(newMapDoc('b')))],
    ['nothing at all', bytes()],
  ])('%s', (_what, update) => {
    const doc = aMap(['call']);
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => admit(doc, update)).toThrow(Malformed);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('are refused whole: none of the 2,000 ways to bend one byte of a good edit breaks the document', () => {
    const source = drawMap(`
               | buy: compare | order
      sales    | chat, call   | confirm
    `);
    const good = Y.encodeStateAsUpdate(source);
    let seed = 12345;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 2_000; round++) {
      const doc = newMapDoc('Test', 77);
      const bent = good.slice();
      for (let flips = 1 + random(3); flips > 0; flips--) bent[random(bent.length)] = random(256);
      try {
        admit(doc, bent);
      } catch (error) {
        // Yjs itself may still fail on what makes no sense; then the room throws this document away.
        if (!(error instanceof Malformed)) continue;
      }
      expect(doc.store.pendingStructs).toBeNull();
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      expect(asJson(copy)).toEqual(asJson(doc));
    }
  });
});

describe('an edit', () => {
  it('is applied when all it builds on is there, and not before', () => {
    const source = newMapDoc('Title', 5);
    const first = Y.encodeStateAsUpdate(source);
    const vector = Y.encodeStateVector(source);
    source.getMap('meta').set('currency', 'GBP');
    const second = Y.encodeStateAsUpdate(source, vector);
    const doc = new Y.Doc();
    expect(admit(doc, second)).toBe(false);
    expect(doc.store.pendingStructs).toBeNull();
    expect(admit(doc, first)).toBe(true);
    expect(admit(doc, second)).toBe(true);
    expect(admit(doc, second)).toBe(true);
    expect(doc.getMap('meta').get('currency')).toBe('GBP');
  });

  it('that deletes what is not there yet waits as well', () => {
    const source = newMapDoc('Title', 5);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(source));
    source.getMap('meta').set('currency', 'GBP');
    Y.applyUpdate(other, Y.encodeStateAsUpdate(source));
    const vector = Y.encodeStateVector(other);
    other.getMap('meta').delete('currency');
    expect(admit(doc, Y.encodeStateAsUpdate(other, vector))).toBe(false);
    expect(doc.store.pendingDs).toBeNull();
  });

  it('that has holes waits until somebody who has no holes sends it', () => {
    const doc = newMapDoc('Title', 5);
    const before = Y.encodeStateAsUpdate(doc);
    expect(admit(doc, bytes(1, 2, 1, 0, 10, 5, 0, 1, 0))).toBe(false);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(() => admit(doc, bytes(1, 1, 1, 0, 10, 0, 0))).toThrow(Malformed);
  });

  it('of two items that each wait for the other is left out', () => {
    const doc = newMapDoc('Title', 5);
    // Client 1 builds on client 2's first item, and client 2 on client 1's.
    const knot = bytes(2, 1, 2, 0, 0x84, 1, 0, name('x'), 1, 1, 0, 0x84, 2, 0, name('x'), 0);
    expect(admit(doc, knot)).toBe(false);
    expect(doc.store.pendingStructs).toBeNull();
  });

  it('that builds a tower is cut down to what maps are made of', () => {
    const source = new Y.Doc();
    const tower = new Y.Map<unknown>();
    source.getMap('notes').set('n', tower);
    let top = tower;
    for (let floor = 0; floor < 500; floor++) {
      const next = new Y.Map<unknown>();
      top.set('up', next);
      top = next;
    }
    tower.set('text', new Y.Text('kept'));
    const doc = newMapDoc('Title', 5);
    expect(admit(doc, Y.encodeStateAsUpdate(source))).toBe(true);
    const note = doc.getMap('notes').get('n') as Y.Map<unknown>;
    expect(String(note.get('text'))).toBe('kept');
    expect([...((note.get('up') as Y.Map<unknown> | undefined)?.keys() ?? [])]).toEqual([]);
  });

  it('of everything a map can hold passes', () => {
    const doc = new Y.Doc();
    const source = drawMap(
      `
               | buy: compare | order   | use: install
      sales    | chat, call   | confirm |
      field -  |              |         | visit
      pains #  | too slow     |         |`,
      'chat > confirm > visit',
    );
    expect(admit(doc, Y.encodeStateAsUpdate(source))).toBe(true);
    expect(asJson(doc)).toEqual(asJson(source));
    expect(summarize(doc).counts).toEqual({ stages: 2, steps: 3, lanes: 3, touchpoints: 4, handoffs: 2 });
  });
});

describe('a stored log', () => {
  /** A map with a title to which one letter is added per row. */
  function logOf(letters: string): StoredLog {
    const doc = newMapDoc('', 5);
    const checkpoint = { seq: 1, data: Y.encodeStateAsUpdate(doc) };
    const rows = [...letters].map((letter, at) => {
      const vector = Y.encodeStateVector(doc);
      (doc.getMap('meta').get('title') as Y.Text).insert(at, letter);
      return { seq: at + 1, data: encodeRow([Y.encodeStateAsUpdate(doc, vector)]) };
    });
    return { checkpoint, rows };
  }
  const titleOf = (doc: Y.Doc) => summarize(doc).title;

  it('is the checkpoint and the rows after it', () => {
    const read = readLog(logOf('abc'), mapRules);
    expect(titleOf(read.doc)).toBe('abc');
    expect(read).toMatchObject({ base: 1, rows: [1, 2, 3], unreadable: [] });
  });

  it('opens without a row that does not decode, and says which', () => {
    const log = logOf('abc');
    const torn = {
      ...log,
      rows: log.rows.map((row) => (row.seq === 3 ? { ...row, data: row.data.slice(0, 4) } : row)),
    };
    const read = readLog(torn, mapRules);
    expect(titleOf(read.doc)).toBe('ab');
    expect(read.unreadable).toMatchObject([{ kind: 'row', seq: 3 }]);
    expect(read.rows).toEqual([1, 2]);
  });

  it('opens without what builds on a row that is lost', () => {
    const log = logOf('abcd');
    const read = readLog({ ...log, rows: log.rows.filter(({ seq }) => seq !== 2) }, mapRules);
    expect(titleOf(read.doc)).toBe('a');
    expect(read.unreadable.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(read.doc.store.pendingStructs).toBeNull();
  });

  it('is opened once, however many rows build on one that is lost', () => {
    const log = logOf('x'.repeat(251));
    const whole = log.checkpoint;
    if (!whole) throw new Error('the log has a checkpoint');
    let looked = 0;
    const checkpoint = {
      seq: whole.seq,
      get data() {
        looked++;
        return whole.data;
      },
    };
    const read = readLog({ ...log, checkpoint, rows: log.rows.slice(1) }, mapRules);
    expect(read.unreadable).toHaveLength(250);
    // For its length, and to open it.
    expect(looked).toBe(2);
  });

  it('takes up what builds on a lost row again from where a later one brings it back', () => {
    const log = logOf('abcd');
    const everything = new Y.Doc();
    Y.applyUpdate(everything, log.checkpoint?.data ?? bytes());
    for (const { data } of log.rows.slice(0, 3))
      for (const update of decodeRow(data)) Y.applyUpdate(everything, update);
    const again = { seq: 10, data: encodeRow([Y.encodeStateAsUpdate(everything)]) };
    const [a, , c, d] = log.rows.map(({ data }) => data);
    const rows = [a, c, again.data, d].map((data, at) => ({ seq: at + 1, data: data ?? bytes() }));
    const read = readLog({ ...log, rows }, mapRules);
    expect(titleOf(read.doc)).toBe('abcd');
    expect(read.rows).toEqual([1, 3, 4]);
  });

  it('holds nothing of a row of which a part cannot be applied, nor what builds on that part', () => {
    const log = logOf('abc');
    const other = new Y.Doc();
    other.clientID = 9;
    Y.applyUpdate(other, log.checkpoint?.data ?? bytes());
    const vector = Y.encodeStateVector(other);
    other.getMap('meta').set('currency', 'GBP');
    const pounds = Y.encodeStateAsUpdate(other, vector);
    const between = Y.encodeStateVector(other);
    other.getMap('meta').set('currency', 'EUR');
    const euros = Y.encodeStateAsUpdate(other, between);
    const [a, , c] = log.rows.map(({ data }) => decodeRow(data)[0] ?? bytes());
    const rows = [[a], [pounds, c], [euros]].map((row, at) => ({
      seq: at + 1,
      data: encodeRow(row.map((update) => update ?? bytes())),
    }));
    const read = readLog({ ...log, rows }, mapRules);
    expect(read.rows).toEqual([1]);
    expect(read.unreadable.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(titleOf(read.doc)).toBe('a');
    expect(read.doc.getMap('meta').get('currency')).not.toBe('GBP');
  });

  /** Has these checkpoints and no rows, and remembers which were asked for. */
  function holding(...checkpoints: NonNullable<StoredLog['checkpoint']>[]) {
    const asked: (number | undefined)[] = [];
    const readLog = async (_map: string, before?: number): Promise<StoredLog> => {
      asked.push(before);
      const checkpoint = checkpoints.findLast(({ seq }) => before === undefined || seq < before) ?? null;
      return { checkpoint, rows: [] };
    };
    return { asked, readLog };
  }

  it('goes back to the checkpoint before when the newest cannot be read, and only then', async () => {
    const { checkpoint } = logOf('');
    if (!checkpoint) throw new Error('the log has a checkpoint');
    const torn = holding(checkpoint, { seq: 8, data: new Uint8Array(9) }, { seq: 9, data: bytes(1, 2, 3) });
    const read = await openLog(torn, 'm', mapRules);
    expect(read.base).toBe(1);
    expect(read.unreadable).toMatchObject([
      { kind: 'checkpoint', seq: 9 },
      { kind: 'checkpoint', seq: 8 },
    ]);
    expect(torn.asked).toEqual([undefined, 9, 8]);
    const whole = holding({ seq: 0, data: bytes(1) }, checkpoint);
    await openLog(whole, 'm', mapRules);
    expect(whole.asked).toEqual([undefined]);
  });

  it.each([
    ['torn', bytes(1, 2, 3)],
    ['zeros', new Uint8Array(64)],
    ["in Yjs' other encoding", Y.encodeStateAsUpdateV2(newMapDoc('kept', 5))],
  ])('is not opened as an empty map when its only checkpoint is %s', async (_how, data) => {
    await expect(openLog(holding({ seq: 9, data }), 'm', mapRules)).rejects.toThrow('no checkpoint');
  });

  it('folds into a checkpoint that is the same map, without what was deleted', () => {
    const doc = newMapDoc('', 5);
    const title = doc.getMap('meta').get('title') as Y.Text;
    const rows: { seq: number; data: Uint8Array }[] = [];
    doc.on('update', (update: Uint8Array) => rows.push({ seq: rows.length + 1, data: encodeRow([update]) }));
    const checkpoint = { seq: 1, data: Y.encodeStateAsUpdate(doc) };
    for (let i = 0; i < 200; i++) {
      title.insert(0, `draft ${i} `);
      title.delete(0, title.length);
    }
    title.insert(0, 'Final');
    const folding = foldLog({ checkpoint, rows }, mapRules);
    if (folding.status !== 'read') throw new Error(folding.reason);
    const folded = folding.value;
    expect(folded.rows).toHaveLength(401);
    expect(folded.checkpoint.length).toBeLessThan(400);
    const read = readLog({ checkpoint: { seq: 2, data: folded.checkpoint }, rows: [] }, mapRules);
    expect(titleOf(read.doc)).toBe('Final');
  });
});
