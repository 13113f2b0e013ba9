import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { summarize } from '../../server/documents/mapDocument.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import { clearTrash } from '../../server/trashKeeper.ts';
import { newMapDoc } from '../../shared/model/mapDoc.ts';
import { TRASH_DAYS } from '../../shared/protocol/http.ts';
import { builtServer } from '../support/builtServer.ts';
import { afterwards, temporaryFolder } from '../support/testServer.ts';

const DAY = 24 * 60 * 60_000;

it('what has lain in the trash for too long is destroyed; what is younger or not in it stays', async () => {
  const { workers } = await builtServer();
  const storage = await openSqliteStorage({ folder: await temporaryFolder(), worker: workers.sqlite });
  afterwards(() => storage.close());
  const now = Date.parse('2026-11-14T12:00:00Z');
  const doc = newMapDoc('A map');
  const deleted = { old: TRASH_DAYS + 1, young: TRASH_DAYS - 1, live: null };
  for (const [id, days] of Object.entries(deleted)) {
    await storage.createMap({ ...summarize(doc), id, createdAt: 1, checkpoint: Y.encodeStateAsUpdate(doc) });
    if (days !== null) await storage.moveToTrash(id, now - days * DAY);
  }
  const maps = { list: storage.listMaps, destroy: storage.destroyTrashed };
  expect(await clearTrash(maps, now)).toBe(1);
  const ids = async (where: 'live' | 'trash') => (await storage.listMaps(where)).map(({ id }) => id);
  expect(await ids('trash')).toEqual(['young']);
  expect(await ids('live')).toEqual(['live']);
  expect(await clearTrash(maps, now)).toBe(0);
});
