import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import { type GapJson, presentGaps } from '../../shared/gaps/presentGaps.ts';
import { isoToday } from '../../shared/model/day.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { importedMap } from '../../shared/protocol/http.ts';
import { builtServer } from '../support/builtServer.ts';
import { startServer, type TestServer } from '../support/testServer.ts';

const cases = join(import.meta.dirname, '..', 'support', 'cases');

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});

const importFile = async (body: string | Uint8Array): Promise<string> => {
  const reply = await server.request('POST', '/api/import', { body, headers: { 'content-type': 'text/csv' } });
  return importedMap.parse(reply.json).id;
};

/** Ids are made anew by every import, and what ranks the same stands in their order; what they stand for is not. */
const withoutIds = (gaps: readonly GapJson[]) =>
  gaps
    .map(({ items, ...gap }) =>
      JSON.stringify({ ...gap, items: items.map(({ kind, title }) => `${kind} ${title}`).sort() }),
    )
    .sort();

it.each(['hospital-hip-fracture-pathway', 'va-outpatient-check-in'])(
  'GET /api/maps/:id/gaps of %s says what the command line says, in the order of the engine',
  async (name) => {
    const file = join(cases, `${name}.csv`);
    const id = await importFile(await readFile(file));
    const reply = await server.request('GET', `/api/maps/${id}/gaps`);
    expect(reply.status).toBe(200);
    const today = isoToday(new Date());
    const live = await server.rooms.read(id, (doc) => {
      const map = readMap(doc);
      return presentGaps(map, findGaps(map, today));
    });
    expect(reply.json).toEqual(live);
    const cli = join(dirname((await builtServer()).main), 'cli.js');
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'gaps', file, '--json']);
    const said = JSON.parse(stdout) as GapJson[];
    expect(said.length).toBeGreaterThan(10);
    expect(withoutIds(reply.json)).toEqual(withoutIds(said));
  },
);

it('a map without gaps answers with an empty list, a large one with all of them', async () => {
  const empty = await server.createMap('Empty');
  expect(await server.request('GET', `/api/maps/${empty}/gaps`)).toMatchObject({ status: 200, json: [] });
  const rows = Array.from({ length: 3_000 }, (_, at) => `S${at % 7},Step ${at % 200},Lane ${at % 9},Touch ${at}`);
  const id = await importFile(`Stage,Step,Department,Touchpoint\n${rows.join('\n')}\n`);
  const reply = await server.request('GET', `/api/maps/${id}/gaps`);
  expect((reply.json as GapJson[]).filter(({ rule }) => rule === 'touchpoint-unowned')).toHaveLength(3_000);
});

it('what is no map has no gaps', async () => {
  expect(await server.request('GET', '/api/maps/AAAAAAAAAAAAAAAAAAAAAA/gaps')).toMatchObject({ status: 404 });
  expect(await server.request('GET', '/api/maps/nonsense/gaps')).toMatchObject({ status: 404 });
  const thrown = await server.createMap('Thrown away');
  await server.request('DELETE', `/api/maps/${thrown}`);
  expect(await server.request('GET', `/api/maps/${thrown}/gaps`)).toMatchObject({ status: 410, error: 'map_in_trash' });
});
