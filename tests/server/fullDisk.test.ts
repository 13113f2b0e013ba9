import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureWords } from '../../server/storage/sqlite/failureWords.ts';
import { DATABASE_FILE } from '../../server/storage/sqlite/openDatabase.ts';
import { health } from '../../shared/protocol/http.ts';
import { pause, RawClient, until } from '../support/clients.ts';
import { startProcess } from '../support/serverProcess.ts';
import { mountSmallDisk } from '../support/smallDisk.ts';
import { temporaryFolder } from '../support/testServer.ts';
import { newGuest } from '../support/visitor.ts';
import { Writer } from '../support/writer.ts';

const KILLS = Number(process.env.KILLS ?? 4);
const WRITERS = 20;

// Each test has a disk of its own; this one only shows whether there can be any.
const mayMount = mountSmallDisk(1) !== null;
if (!mayMount) process.stderr.write('Not run: filling up a disk takes Linux, root and the right to mount.\n');

function smallDisk(megabytes: number) {
  const disk = mountSmallDisk(megabytes);
  if (!disk) throw new Error('there is no disk to fill up');
  return disk;
}

describe.runIf(mayMount)('a disk that is full', () => {
  it('is said in plain words; nothing that was called saved is lost, and it goes on without a restart', async () => {
    const disk = smallDisk(8);
    const server = await startProcess({ DATA_DIR: disk.folder });
    const map = await server.visitor.createMap('T');
    const writer = await Writer.join(server.visitor, map, 'w');
    writer.write();
    await until('it works', () => writer.saved === 1);

    disk.fill();
    // What SQLite had room for already may take some more.
    const deadline = performance.now() + 20_000;
    while (writer.client.statuses.length === 0 && performance.now() < deadline) {
      writer.write('x'.repeat(2_000));
      await pause(10);
    }
    expect(JSON.parse(writer.client.statuses[0] ?? '{}')).toMatchObject({ storage: 'failing' });
    const report = health.parse((await server.visitor.request('GET', '/api/health')).json);
    expect(report.status).toBe('degraded');
    expect(report.reasons.join(' ')).toMatch(/full/);
    const savedWhileFull = writer.saved;
    await pause(500);
    expect(writer.saved).toBe(savedWhileFull);
    expect((await server.visitor.request('POST', '/api/maps', { body: { title: 'x' } })).status).toBe(503);

    disk.empty();
    await until('everything is saved', () => writer.saved === writer.written);
    expect(health.parse((await server.visitor.request('GET', '/api/health')).json).status).toBe('ready');
    await server.kill('SIGKILL');
    const again = await startProcess({ DATA_DIR: disk.folder });
    const owner = await newGuest(again.url);
    owner.takeCookiesOf(server.visitor);
    const doc = await (await RawClient.open(owner, map)).fetchDocument();
    expect(writer.lostIn(doc)).toEqual([]);
  });

  it(
    'and a server that is killed on it have lost nothing that was called saved',
    async () => {
      const disk = smallDisk(16);
      let server = await startProcess({ DATA_DIR: disk.folder });
      const { visitor } = server;
      const map = await visitor.createMap('T');
      let acknowledged = 0;
      for (let round = 0; round < KILLS; round++) {
        const seat = await newGuest(server.url);
        seat.takeCookiesOf(visitor);
        const writers = await Promise.all(
          Array.from({ length: WRITERS }, (_, at) => Writer.join(seat, map, `round${round}writer${at}`)),
        );
        // Full before, in the middle, or not yet: chance decides.
        const fillAt = performance.now() + Math.random() * 400;
        const end = performance.now() + 200 + Math.random() * 400;
        let full = false;
        const saved = () => writers.reduce((sum, writer) => sum + writer.saved, 0);
        const deadline = end + 10_000;
        while (performance.now() < end || (!full && saved() === 0 && performance.now() < deadline)) {
          if (!full && performance.now() > fillAt && saved() > 0) {
            disk.fill();
            full = true;
          }
          for (const writer of writers) writer.write();
          await pause(4);
        }
        await server.kill('SIGKILL');
        await Promise.all(writers.map(({ client }) => client.closed));
        disk.empty();
        server = await startProcess({ DATA_DIR: disk.folder });
        const back = await newGuest(server.url);
        back.takeCookiesOf(visitor);
        const doc = await (await RawClient.open(back, map)).fetchDocument();
        expect(writers.flatMap((writer) => writer.lostIn(doc))).toEqual([]);
        acknowledged += saved();
      }
      expect(acknowledged).toBeGreaterThan(0);
    },
    60_000 + KILLS * 20_000,
  );
});

/** How large a file this process may still write; needs Linux and no rights. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`], { stdio: 'ignore' });
}

function mayLimitFiles(): boolean {
  try {
    limitFiles(process.pid, 'unlimited');
    return true;
  } catch {
    process.stderr.write('Not run: failing writes take Linux, prlimit and no limit so far.\n');
    return false;
  }
}

describe.runIf(mayLimitFiles())('a disk that fails', () => {
  it('is said in words, ends nothing, and is used again when it works', async () => {
    const folder = await temporaryFolder();
    const server = await startProcess({ DATA_DIR: folder });
    const pid = server.process.pid ?? 0;
    const map = await server.visitor.createMap('T');
    const writer = await Writer.join(server.visitor, map, 'w');
    writer.write();
    await until('it works', () => writer.saved === 1);
    limitFiles(pid, statSync(join(folder, `${DATABASE_FILE}-wal`)).size);
    writer.write('x'.repeat(100_000));
    await until('people are told', () => writer.client.statuses.length > 0);
    const report = health.parse((await server.visitor.request('GET', '/api/health')).json);
    expect(report.reasons.join()).toMatch(/cannot be stored at present: the disk reports an error/);
    expect(writer.saved).toBe(1);
    limitFiles(pid, 'unlimited');
    await until('everything is saved', () => writer.saved === 2);
    expect(health.parse((await server.visitor.request('GET', '/api/health')).json).status).toBe('ready');
    expect(server.errors()).toBe('');
  });
});

it.each([
  ['database or disk is full', 'the disk is full (database or disk is full)'],
  ['database is locked', 'another program holds the database (database is locked)'],
  ['disk I/O error', 'the data folder /data cannot be written to (EROFS: read-only file system)'],
  ['attempt to write a readonly database', 'the data folder /data cannot be written to (EROFS: read-only file system)'],
  ['no such table: maps', 'no such table: maps'],
])('%s, where nothing can be written, is told as: %s', (message, words) => {
  const mayNot = () => {
    throw new Error("EROFS: read-only file system, access '/data'");
  };
  expect(failureWords(message, '/data', mayNot)).toBe(words);
});
