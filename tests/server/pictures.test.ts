import { beforeAll, expect, it } from 'vitest';
import { Pictures } from '../../server/pictures.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import { TaskPool } from '../../server/tasks/taskPool.ts';
import { run } from '../../shared/commands/command.ts';
import { rateEmotion } from '../../shared/commands/rateEmotion.ts';
import { EVERYONE } from '../../shared/model/emotion.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { importedMap, mapPicture } from '../../shared/protocol/http.ts';
import { builtServer } from '../support/builtServer.ts';
import { afterwards, startServer, type TestServer, temporaryFolder } from '../support/testServer.ts';
import { newGuest, type TestVisitor } from '../support/visitor.ts';

/** The small pictures of maps that the home page draws. */

const CSV =
  'Stage,Step,Emotion,Department,Touchpoint\nBuy,Asks,1,Sales,Call\nBuy,Orders,,Sales,Order\nUse,Waits,-2,Field,Visit\n';

let server: TestServer;
let visitor: TestVisitor;
beforeAll(async () => {
  server = await startServer();
  visitor = await newGuest(server.url);
});

const importCsv = async (): Promise<string> =>
  importedMap.parse(await visitor.expect('POST', '/api/import', { body: CSV, headers: { 'content-type': 'text/csv' } }))
    .id;

it('shows how it feels along the way and how many gaps are open, and follows the map', async () => {
  const id = await importCsv();
  const picture = async () => mapPicture.parse(await visitor.expect('GET', `/api/maps/${id}/picture`));
  const before = await picture();
  expect(before.curve).toEqual([1, null, -2]);
  expect(before.gaps).toBeGreaterThan(0);
  await server.rooms.change(id, (doc) => {
    const step = readMap(doc).steps.list.find(({ title }) => title === 'Orders');
    if (!step) throw new Error('the step was not imported');
    run(doc, rateEmotion, { step: step.id, persona: EVERYONE, value: 2 }, 'test');
  });
  expect((await picture()).curve).toEqual([1, 2, -2]);
});

it('is not given away with a map that is not there', async () => {
  const { status, error } = await visitor.request('GET', `/api/maps/${'A'.repeat(22)}/picture`);
  expect([status, error]).toEqual([404, 'unknown_map']);
});

it('is drawn once for everybody who looks until the map changes, and again after a failure', async () => {
  const { workers } = await builtServer();
  const storage = await openSqliteStorage({ folder: await temporaryFolder(), worker: workers.sqlite });
  const pool = new TaskPool(workers.tasks, 1);
  afterwards(async () => {
    await pool.stop();
    await storage.close();
  });
  let drawn = 0;
  let reading = 0;
  const pictures = new Pictures(
    {
      readLog: (map) => {
        if (++reading === 3) throw new Error('the disk is away');
        return storage.readLog(map);
      },
    },
    {
      run: (name, input) => {
        drawn++;
        return pool.run(name, input);
      },
    },
  );
  const map = { id: 'unstored', updatedAt: 1 };
  const both = await Promise.all([pictures.of(map), pictures.of(map)]);
  expect(both).toEqual([
    { curve: [], gaps: 0 },
    { curve: [], gaps: 0 },
  ]);
  await pictures.of(map);
  expect(drawn).toBe(1);
  await pictures.of({ ...map, updatedAt: 2 });
  expect(drawn).toBe(2);
  await expect(pictures.of({ ...map, updatedAt: 3 })).rejects.toThrow('the disk is away');
  expect(await pictures.of({ ...map, updatedAt: 3 })).toEqual({ curve: [], gaps: 0 });
});
