import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import { closeCodes } from '../../shared/protocol/closeCodes.ts';
import { health } from '../../shared/protocol/http.ts';
import { bytes, Person, pause, RawClient, savedMessage, syncMessage, until } from '../support/clients.ts';
import { freePort } from '../support/freePort.ts';
import { EndedEarly, startProcess } from '../support/serverProcess.ts';
import { startServer, temporaryFolder } from '../support/testServer.ts';
import { titleOf } from '../support/titleOf.ts';
import { Writer } from '../support/writer.ts';

/** `KILLS=1000 npx vitest run tests/server/durability.test.ts` for a whole night. */
const KILLS = Number(process.env.KILLS ?? 4);
const WRITERS = 20;
/** So many edits are acknowledged before a server is killed. */
const LEAST_SAVED = 50;

describe('a server that is killed', () => {
  it(
    'in the middle of everything has lost nothing that was shown as saved',
    async () => {
      const folder = await temporaryFolder();
      let server = await startProcess({ DATA_DIR: folder });
      const maps = [await server.visitor.createMap('T'), await server.visitor.createMap('T')];
      let acknowledged = 0;
      for (let round = 0; round < KILLS; round++) {
        const writers = await Promise.all(
          Array.from({ length: WRITERS }, async (_, at) => {
            const map = maps[at % 2] ?? '';
            return { map, writer: await Writer.join(server.visitor, map, `round${round}writer${at}`) };
          }),
        );
        // A moment between two commits, in the middle of one, or right behind it: chance decides.
        const end = performance.now() + 100 + Math.random() * 300;
        const deadline = end + 10_000;
        // A slow machine takes longer to have said "saved" often enough that something is put to the test.
        const saved = () => writers.reduce((sum, { writer }) => sum + writer.saved, 0);
        while (performance.now() < end || (saved() < LEAST_SAVED && performance.now() < deadline)) {
          for (const { writer } of writers) writer.write();
          await pause(4);
        }
        await server.kill('SIGKILL');
        await Promise.all(writers.map(({ writer }) => writer.client.closed));

        server = await startProcess({ DATA_DIR: folder });
        for (const map of maps) {
          const doc = await (await RawClient.open(server.visitor, map)).fetchDocument();
          const here = writers.filter((one) => one.map === map);
          expect(here.flatMap(({ writer }) => writer.lostIn(doc))).toEqual([]);
          acknowledged += here.reduce((sum, { writer }) => sum + writer.saved, 0);
        }
      }
      // Otherwise nothing was put to the test.
      expect(acknowledged).toBeGreaterThanOrEqual(KILLS * LEAST_SAVED);
    },
    30_000 + KILLS * 20_000,
  );

  it('gets from its people what it did not store any more', async () => {
    const folder = await temporaryFolder();
    const port = await freePort();
    const first = await startProcess({ DATA_DIR: folder, PORT: String(port) });
    const map = await first.visitor.createMap('T');
    const ann = await Person.join(first.visitor, map);
    await first.kill('SIGKILL');
    titleOf(ann.doc).insert(0, 'offline ');
    const second = await startProcess({ DATA_DIR: folder, PORT: String(port) });
    const ben = await Person.join(second.visitor, map);
    await until('Ben has what Ann typed meanwhile', () => titleOf(ben.doc).toString() === 'offline T');
    await ann.untilSaved();
  });
});

describe('a server that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'with %s stores and acknowledges everything, says come back, and ends',
    async (signal) => {
      const folder = await temporaryFolder();
      const server = await startProcess({ DATA_DIR: folder });
      const map = await server.visitor.createMap('T');
      const writer = await Writer.join(server.visitor, map, 'w');
      for (let i = 0; i < 100; i++) writer.write();
      await until('the first are saved', () => writer.saved > 0);
      // Two seconds is the aim, five the promise; beyond that it gives up and does not end with 0.
      expect(await server.kill(signal)).toBe(0);
      expect(await writer.client.closed).toEqual(closeCodes.restarting);
      expect(writer.saved).toBe(100);
      expect(server.errors()).toBe('');

      const again = await startProcess({ DATA_DIR: folder });
      const doc = await (await RawClient.open(again.visitor, map)).fetchDocument();
      expect(writer.lostIn(doc)).toEqual([]);
    },
  );

  it('ends although somebody neither reads nor answers', async () => {
    const server = await startProcess({ DATA_DIR: await temporaryFolder() });
    const map = await server.visitor.createMap('T');
    const dead = await RawClient.open(server.visitor, map);
    dead.socket.pause();
    expect(await server.kill('SIGTERM')).toBe(0);
  });
});

describe('a server that cannot start', () => {
  const fails = async (variables: Record<string, string>): Promise<string> => {
    const failed = await startProcess({ DATA_DIR: await temporaryFolder(), ...variables }).catch(
      (error: unknown) => error,
    );
    if (!(failed instanceof EndedEarly)) throw new Error('the server started');
    expect(failed.how).toBe(1);
    expect(failed.errors).not.toMatch(/\bat .*:\d+:\d+/);
    return failed.errors;
  };

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".\n'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, not "70000".\n'],
    ['HOST', 'no host', 'HOST must be an address or a host name, not "no host".\n'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".\n'],
    ['PUBLIC_ORIGIN', 'maps', 'PUBLIC_ORIGIN must look like https://maps.example.com, without a path, not "maps".\n'],
    ['DATA_DIR', '/dev/null/x', /^The data folder \/dev\/null\/x cannot be made: .*\.\n$/],
    ['HOST', '192.0.2.1', 'This machine has no address 192.0.2.1. Choose another with HOST, for example 127.0.0.1.\n'],
  ])('because of %s=%s says so in a sentence', async (name, value, sentence) => {
    expect(await fails({ [name]: value })).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });

  it('says all that is wrong at once', async () => {
    expect((await fails({ PORT: 'x', LOG_LEVEL: 'y' })).trim().split('\n')).toHaveLength(2);
  });

  it('because the port is taken says so', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    expect(await fails({ PORT: String(port) })).toMatch(/^Port \d+ on 127.0.0.1 is in use by another program/);
    other.close();
  });

  it('because another uses the data folder says so, and the other goes on', async () => {
    const folder = await temporaryFolder();
    const first = await startProcess({ DATA_DIR: folder });
    expect(await fails({ DATA_DIR: folder })).toMatch(/^Another Throughline server is using the data folder/);
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
    await first.kill('SIGKILL');
    // The lock ends with the process, however it ended.
    await startProcess({ DATA_DIR: folder });
  });
});

describe('storage that fails', () => {
  it('is said to everybody and in health, loses nothing, and is used again when it works', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder, limits: { changePatience: 200 } });
    const map = await server.createMap('T');
    const ann = await Writer.join(server.visitor, map, 'ann');
    const ben = await Person.join(server.visitor, map);
    ann.write();
    await until('it works', () => ann.saved === 1);

    const { DatabaseSync } = findSqlite();
    const blocker = new DatabaseSync(join(folder, DATABASE_FILE));
    blocker.exec('begin immediate');
    try {
      ann.write();
      await until('people are told', () => ann.client.statuses.length > 0 && ben.statuses.length > 0);
      expect(JSON.parse(ann.client.statuses[0] ?? '')).toEqual({ storage: 'failing' });
      // Edits go on reaching the others; none is called saved.
      await until('Ben sees the edit', () => ben.doc.getMap('meta').has('ann:2'));
      expect(ann.saved).toBe(1);
      const report = health.parse((await server.request('GET', '/api/health')).json);
      expect(report.status).toBe('degraded');
      expect(report.reasons[0]).toMatch(/^Edits cannot be stored at present: .*locked.*\.$/);
      const create = await server.request('POST', '/api/maps', { body: { title: 'x' } });
      expect(create).toMatchObject({ status: 503, error: 'storage_failing' });
      const rename = await server.request('PATCH', `/api/maps/${map}`, { body: { title: 'x' } });
      expect(rename).toMatchObject({ status: 503, error: 'not_stored_yet' });
      await until('Ben sees the title all the same', () => String(titleOf(ben.doc)) === 'x');
      const late = await RawClient.open(server.visitor, map);
      await until('who joins now is told', () => late.statuses.length > 0);
    } finally {
      blocker.exec('rollback');
      blocker.close();
    }
    await until('everything is saved', () => ann.saved === 2);
    await until('people are told', () => ann.client.statuses.length === 2);
    expect(JSON.parse(ann.client.statuses[1] ?? '')).toEqual({ storage: 'ok' });
    expect(health.parse((await server.request('GET', '/api/health')).json).status).toBe('ready');
    await server.close();

    const again = await startServer({ folder });
    const doc = await (await RawClient.open(again.visitor, map)).fetchDocument();
    expect(ann.lostIn(doc)).toEqual([]);
  });
});

describe('storage that fails until memory would run out', () => {
  it('takes no more edits; their writers keep them, and bring them when it works again', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder, limits: { unstored: 5_000 } });
    const map = await server.createMap('T');
    const ann = await Person.join(server.visitor, map);
    const ben = await Person.join(server.visitor, map);
    const { DatabaseSync } = findSqlite();
    const blocker = new DatabaseSync(join(folder, DATABASE_FILE));
    blocker.exec('begin immediate');
    const meta = ({ doc }: Person) => doc.getMap('meta');
    try {
      meta(ann).set('a1', 'x'.repeat(6_000));
      await until('Ben has what filled it', () => meta(ben).has('a1'));
      meta(ann).set('a2', 'kept by Ann');
      await until('Ann is asked to come back later', () => ann.closes.includes(closeCodes.tryAgain.code));
      meta(ann).set('a3', 'kept by Ann, too');
      await pause(500);
      expect(meta(ben).has('a2')).toBe(false);
      expect(meta(ann).get('a2')).toBe('kept by Ann');
      // Whoever only looks, or deletes, is let be.
      expect(ben.closes).toEqual([]);
      meta(ben).delete('a1');
      await pause(200);
      expect(ben.closes).toEqual([]);
    } finally {
      blocker.exec('rollback');
      blocker.close();
    }
    await until('Ben has all of it', () => meta(ben).has('a2') && meta(ben).has('a3'));
    await ann.untilSaved();
    await server.close();
    const again = await startServer({ folder });
    const doc = await (await RawClient.open(again.visitor, map)).fetchDocument();
    expect(['a1', 'a2', 'a3'].map((key) => doc.getMap('meta').has(key))).toEqual([false, true, true]);
  });
});

/** More than are folded at once, so that some were. */
const ROWS = 300;

describe('a long history', () => {
  it('is folded while people write, and nothing is lost by it', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const map = await server.createMap('T');
    const writers = await Promise.all(['a', 'b', 'c'].map((name) => Writer.join(server.visitor, map, name)));
    const { DatabaseSync } = findSqlite();
    const database = new DatabaseSync(join(folder, DATABASE_FILE));
    const number = (query: string) => Number((database.prepare(query).get() as { n: number } | undefined)?.n ?? 0);
    const everWritten = () => number("select seq as n from sqlite_sequence where name = 'doc_update'");
    const count = (table: string) => number(`select count(*) as n from ${table}`);
    // Each commit is a row, and how many edits one holds is up to the machine: write until there are rows enough.
    const deadline = performance.now() + 60_000;
    let written = 0;
    while (everWritten() <= ROWS && performance.now() < deadline) {
      for (let i = 0; i < 10; i++, written++) {
        for (const writer of writers) writer.write();
        await pause(8);
      }
    }
    await until('all of it is saved', () => writers.every(({ saved }) => saved === written));
    await until('it is folded', () => count('doc_checkpoint') === 2);
    await server.close();

    expect(everWritten()).toBeGreaterThan(ROWS);
    expect(count('doc_update')).toBeLessThan(ROWS);
    expect(count('doc_checkpoint')).toBe(2);
    expect(count('doc_set_aside')).toBe(0);
    database.close();

    const again = await startServer({ folder });
    const doc = await (await RawClient.open(again.visitor, map)).fetchDocument();
    expect(writers.flatMap((writer) => writer.lostIn(doc))).toEqual([]);
  }, 120_000);
});

describe('a map with a row that cannot be read', () => {
  it('opens without it, keeps it, and says so', async () => {
    const folder = await temporaryFolder();
    const server = await startServer({ folder });
    const map = await server.createMap('T');
    const writer = await Writer.join(server.visitor, map, 'w');
    for (let i = 0; i < 3; i++) {
      writer.write();
      await until('it is saved', () => writer.saved === i + 1);
    }
    await server.close();
    const { DatabaseSync } = findSqlite();
    const database = new DatabaseSync(join(folder, DATABASE_FILE));
    database
      .prepare('update doc_update set data = ? where seq = (select max(seq) from doc_update)')
      .run(bytes(200, 1, 2));
    database.close();

    const again = await startServer({ folder });
    const doc = await (await RawClient.open(again.visitor, map)).fetchDocument();
    expect([doc.getMap('meta').get('w:1'), doc.getMap('meta').get('w:2')]).toEqual([1, 2]);
    expect(doc.getMap('meta').has('w:3')).toBe(false);
    expect(again.logged.join()).toMatch(/set aside row/);
    const report = health.parse((await again.request('GET', '/api/health')).json);
    expect(report.reasons.join()).toMatch(/1 stored edit/);
    // Its writer still has the edit, and brings it back.
    const returning = await RawClient.open(again.visitor, map);
    returning.send(syncMessage(1, Y.encodeStateAsUpdate(writer.doc)));
    returning.send(savedMessage(1));
    await until('it is saved', () => returning.saved.includes(1));
    expect((await returning.fetchDocument()).getMap('meta').get('w:3')).toBe(3);
  });
});

it('gives its memory back when everybody has left', async () => {
  const server = await startServer({ limits: { emptyRoom: 50 } });
  const map = await server.createMap('T');
  const ann = await Person.join(server.visitor, map);
  titleOf(ann.doc).insert(0, 'x');
  await ann.untilSaved();
  expect(server.rooms.open).toBe(1);
  ann.leave();
  await until('the room is gone', () => server.rooms.open === 0);
  const ben = await Person.join(server.visitor, map);
  expect(titleOf(ben.doc).toString()).toBe('xT');
});
