import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { foldLog } from '../../server/documents/foldLog.ts';
import { mapRules, summarize } from '../../server/documents/mapDocument.ts';
import { openLog } from '../../server/documents/openLog.ts';
import { CommitQueue, type LogWriter } from '../../server/storage/commitQueue.ts';
import { Compactor, type CompactorOptions } from '../../server/storage/compactor.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import type { Storage } from '../../server/storage/storage.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { builtServer } from '../support/builtServer.ts';
import { until } from '../support/clients.ts';
import { afterwards, temporaryFolder } from '../support/testServer.ts';

/** The promise about opening a map: one checkpoint and at most so many rows. */
const MOST_ROWS = 500;

/** A map that is written to through the queue, beside a compactor that folds as it is told. */
async function aMap(fold: (storage: Storage) => CompactorOptions['fold']) {
  const { workers } = await builtServer();
  const storage = await openSqliteStorage({ folder: await temporaryFolder(), worker: workers.sqlite });
  afterwards(() => storage.close());
  const doc = newMapDoc('', 5);
  const map = 'm'.repeat(22);
  await storage.createMap({ ...summarize(doc), id: map, createdAt: 1, checkpoint: Y.encodeStateAsUpdate(doc) });
  const compactor = new Compactor({ storage, fold: fold(storage), note: () => {}, onSetAside: () => {} });
  compactor.opened(map, await storage.readLog(map));
  const queue = new CommitQueue(storage, { delay: 0, onCommit: (rows) => compactor.appended(rows) });
  let [position, reached] = [0, 0];
  const writer: LogWriter = {
    map,
    summary: () => summarize(doc),
    committed: (at) => {
      reached = at;
    },
  };
  doc.on('update', (update: Uint8Array) => queue.append(writer, update, ++position));
  return {
    storage,
    map,
    compactor,
    doc,
    /** One edit, one commit, one row. */
    async write(): Promise<void> {
      doc.getMap('meta').set('currency', `c${position}`);
      await until('it is stored', () => reached === position);
    },
  };
}

it('edits are stored while a log is being folded, however long that takes', async () => {
  let finish = () => {};
  let folding = 0;
  const { storage, map, compactor, write, doc } = await aMap(() => async (_map, log) => {
    folding++;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return foldLog(log, mapRules);
  });
  for (let edit = 0; edit < 250; edit++) await write();
  await until('it is being folded', () => folding === 1);
  // Each of these waits until it is on disk, and the folding has not ended.
  for (let edit = 0; edit < 50; edit++) await write();
  expect((await storage.readLog(map)).rows).toHaveLength(300);
  finish();
  await compactor.settled();
  const { checkpoint, rows } = await storage.readLog(map);
  expect(rows.length).toBeLessThanOrEqual(51);
  expect(checkpoint?.seq).toBeGreaterThan(1);
  const read = await openLog(storage, map, mapRules);
  expect(read.doc.getMap('meta').get('currency')).toBe(doc.getMap('meta').get('currency'));
  expect(read.unreadable).toEqual([]);
});

it('a log stays short enough to be opened, whatever is written to it', async () => {
  const { storage, map, compactor, write } = await aMap(() => async (_map, log) => foldLog(log, mapRules));
  let longest = 0;
  for (let edit = 0; edit < 900; edit++) {
    await write();
    if (edit % 25 === 0) longest = Math.max(longest, (await storage.readLog(map)).rows.length);
  }
  await compactor.settled();
  expect(longest).toBeGreaterThan(100);
  expect(longest).toBeLessThanOrEqual(MOST_ROWS);
});
