import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { TooMuch } from '../../server/documents/byteReader.ts';
import { inspectUpdate } from '../../server/documents/inspectUpdate.ts';
import { mapRules } from '../../server/documents/mapDocument.ts';
import { type ClientIdLimits, ClientIds, Forged } from '../../server/rooms/clientIds.ts';
import type { StoredWriter } from '../../server/storage/storage.ts';

/** A document on the server, its register, and people who write to it under any client id. */
function table(stored: readonly StoredWriter[] = [], limits: ClientIdLimits = { all: 1_000, ofOne: 500 }) {
  const doc = new Y.Doc();
  const ids = new ClientIds(stored, limits);
  /** Somebody sends an edit that adds one item under each of these client ids. */
  const send = (person: string, clients: readonly number[], own: number | null = null) => {
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    for (const client of clients) {
      theirs.clientID = client;
      theirs.getMap('notes').set(`n${client}`, new Y.Map());
    }
    const update = Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc));
    const sender = { person, client: own };
    const extended = ids.judge(inspectUpdate(update, mapRules), doc, sender);
    Y.applyUpdate(doc, update);
    ids.extended(extended, sender);
  };
  return { doc, ids, send };
}

describe('a client id', () => {
  it('is whose who first writes under it, from every tab and with every edit kept offline', () => {
    const { send } = table();
    send('ann', [1]);
    send('ann', [1]);
    send('ann', [2, 3], 2);
    send('ann', [1, 3], 2);
    expect(() => send('mallory', [1])).toThrow(Forged);
    expect(() => send('mallory', [2])).toThrow(Forged);
  });

  it('is not taken over by hiding it among others, nor by an edit that is otherwise fine', () => {
    const { doc, send } = table();
    send('ann', [1], 1);
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => send('mallory', [7, 1], 7)).toThrow(Forged);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it('of somebody who has joined and written nothing yet is theirs already', () => {
    const { ids, send } = table();
    ids.bind(1, 'ann');
    expect(ids.mayBe(1, 'mallory')).toBe(false);
    expect(() => send('mallory', [1])).toThrow(Forged);
    send('ann', [1], 1);
  });

  it('of the server is nobody else’s', () => {
    const { doc, send } = table();
    expect(() => send('ann', [doc.clientID])).toThrow(Forged);
  });

  it('under which somebody wrote before there was a register goes to who extends it first', () => {
    const { doc, send } = table();
    const older = new Y.Doc();
    older.clientID = 1;
    older.getMap('meta').set('currency', 'EUR');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(older));
    send('ann', [1]);
    expect(() => send('ben', [1])).toThrow(Forged);
  });

  it('that somebody only brought goes to who writes under it', () => {
    const { ids, send } = table();
    // Ann comes back first after a crash and brings Ben's edits, of which the disk knows nothing.
    send('ann', [1, 2], 1);
    expect(ids.mayBe(2, 'ben')).toBe(true);
    send('ben', [2], 2);
    expect(() => send('ann', [2], 1)).toThrow(Forged);
    expect(() => send('mallory', [1], 9)).toThrow(Forged);
  });

  it('is stored once, with the first edit under it', () => {
    const { ids, send } = table();
    ids.bind(1, 'ann');
    expect(ids.takeNews()).toEqual([]);
    send('ann', [1], 1);
    send('ann', [1], 1);
    expect(ids.takeNews()).toEqual([{ client: 1, person: 'ann', sure: true, atRisk: true }]);
    expect(ids.takeNews()).toEqual([]);
  });

  it('goes along when its person becomes another', () => {
    const { ids, send } = table();
    send('guest', [1], 1);
    ids.move('guest', 'ann');
    expect(ids.takeNews()).toMatchObject([{ client: 1, person: 'ann' }]);
    send('ann', [1], 1);
    expect(() => send('guest', [1], 1)).toThrow(Forged);
  });

  it('more than a document may have is refused, and those it has go on', () => {
    const { send } = table([], { all: 3, ofOne: 2 });
    send('ann', [1]);
    send('ann', [2]);
    expect(() => send('ann', [3])).toThrow(TooMuch);
    send('ben', [3]);
    expect(() => send('ben', [4])).toThrow(TooMuch);
    send('ann', [1, 2], 1);
    send('ben', [3]);
  });
});

describe('after the server ended without a goodbye', () => {
  const ben: StoredWriter = { client: 2, person: 'ben', sure: true, atRisk: true };

  it('whoever has what somebody wrote last may bring it, and it stays theirs', () => {
    const { ids, send } = table([ben]);
    send('ann', [1, 2], 1);
    expect(ids.takeNews()).toEqual([{ client: 1, person: 'ann', sure: true, atRisk: true }]);
    expect(ids.mayBe(2, 'ann')).toBe(false);
    expect(ids.orphans()).toEqual([2]);
    send('ben', [2], 2);
  });

  it('nobody may any more once its writer was back with all of it', () => {
    const { ids, send } = table([ben]);
    ids.cameBack({ person: 'ann', client: 1 });
    ids.cameBack({ person: 'ben', client: null });
    expect(ids.orphans()).toEqual([2]);
    ids.cameBack({ person: 'ben', client: 2 });
    expect(ids.orphans()).toEqual([]);
    expect(() => send('ann', [1, 2], 1)).toThrow(Forged);
  });

  it('what was on disk for certain is nobody else’s to extend', () => {
    const { send } = table([{ ...ben, atRisk: false }]);
    expect(() => send('ann', [2])).toThrow(Forged);
  });
});
