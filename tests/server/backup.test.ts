import { copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import { bytes, pause, RawClient, until } from '../support/clients.ts';
import { runIn } from '../support/runCommand.ts';
import { startProcess } from '../support/serverProcess.ts';
import { temporaryFolder } from '../support/testServer.ts';
import { newGuest } from '../support/visitor.ts';
import { Writer } from '../support/writer.ts';

function inDatabase(file: string, sql: string, ...values: (string | number | Uint8Array)[]) {
  const database = new (findSqlite().DatabaseSync)(file);
  try {
    return database.prepare(sql).all(...values);
  } finally {
    database.close();
  }
}

/** A stopped server's folder with one map, and what its owner had. */
async function aFolder(title = 'A map worth keeping') {
  const folder = await temporaryFolder();
  const server = await startProcess({ DATA_DIR: folder });
  const map = await server.visitor.createMap(title);
  const writer = await Writer.join(server.visitor, map, 'w');
  for (let edit = 1; edit <= 3; edit++) {
    writer.write();
    await until('it is saved', () => writer.saved === edit);
  }
  return { folder, server, map, writer, visitor: server.visitor, run: commandsOn(folder) };
}

const commandsOn =
  (DATA_DIR: string) =>
  (...args: string[]) =>
    runIn({ DATA_DIR }, ...args);

describe('throughline backup', () => {
  it('copies a folder while its server takes edits, and nothing in the copy is torn', async () => {
    const { folder, server, map, writer, run } = await aFolder();
    let stop = false;
    const writing = (async () => {
      for (; !stop; await pause(2)) writer.write();
    })();
    const file = join(await temporaryFolder(), 'maps.backup');
    await until('it writes', () => writer.saved > 20);
    const before = writer.saved;
    const { code, output, errors } = await run('backup', file);
    stop = true;
    await writing;
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/^1 map in .*, \d.*, checked\.\n$/) });
    expect(errors).toContain(`Links and sign-ins also need ${join(folder, 'secret')}`);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    await server.kill('SIGKILL');

    const elsewhere = await temporaryFolder();
    const there = commandsOn(elsewhere);
    expect(await there('verify', file)).toMatchObject({ code: 0, output: '' });
    expect(await there('restore', file)).toMatchObject({ code: 0 });
    // Without the secret no cookie is good any more; a link of the operator lets somebody in.
    const again = await startProcess({ DATA_DIR: elsewhere });
    const guest = await newGuest(again.url);
    await guest.join((await there('link', map)).output.trim());
    const doc = await (await RawClient.open(guest, map)).fetchDocument();
    const missing = Array.from({ length: before }, (_, at) => `w:${at + 1}`).filter(
      (key) => !doc.getMap('meta').has(key),
    );
    expect(missing).toEqual([]);
  });

  it('replaces nothing unless told to', async () => {
    const { server, run } = await aFolder();
    const file = join(await temporaryFolder(), 'maps.backup');
    await writeFile(file, 'something else');
    expect(await run('backup', file)).toMatchObject({ code: 1, errors: expect.stringMatching(/is there already/) });
    expect(await readFile(file, 'utf8')).toBe('something else');
    expect(await run('backup', file, '--force')).toMatchObject({ code: 0 });
    expect(await run('verify', file)).toMatchObject({ code: 0 });
    await server.kill('SIGTERM');
  });

  it('with the secret keeps cookies and links good', async () => {
    const { server, map, visitor, run } = await aFolder();
    const file = join(await temporaryFolder(), 'maps.backup');
    expect((await run('backup', file, '--with-secret')).code).toBe(0);
    expect(((await stat(`${file}.secret`)).mode & 0o777).toString(8)).toBe('600');
    await server.kill('SIGTERM');
    const elsewhere = await temporaryFolder();
    const { code, errors } = await commandsOn(elsewhere)('restore', file);
    expect({ code, errors }).toMatchObject({ code: 0, errors: expect.stringMatching(/links and sign-ins go on/) });
    const again = await startProcess({ DATA_DIR: elsewhere });
    const returning = await newGuest(again.url);
    returning.takeCookiesOf(visitor);
    expect((await returning.request('GET', `/api/maps/${map}`)).status).toBe(200);
  });

  it('of a folder without maps says so', async () => {
    const folder = await temporaryFolder();
    const { code, errors } = await commandsOn(folder)('backup', join(folder, 'x'));
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^There are no maps in /) });
    expect(await readdir(folder)).toEqual([]);
  });

  it('that cannot be written says so, and leaves nothing behind', async () => {
    const { server, run } = await aFolder();
    const { code, errors } = await run('backup', join(await temporaryFolder(), 'missing', 'x'));
    expect(code).toBe(1);
    expect(errors).not.toMatch(/\bat .*:\d+:\d+/);
    await server.kill('SIGTERM');
  });
});

describe('throughline restore', () => {
  it('refuses while a server runs', async () => {
    const { server, run } = await aFolder();
    const file = join(await temporaryFolder(), 'maps.backup');
    await run('backup', file);
    for (const force of [[], ['--force']]) {
      const { code, errors } = await run('restore', file, ...force);
      expect({ code, errors }).toEqual({
        code: 1,
        errors: expect.stringMatching(/^Another Throughline server is using/),
      });
    }
    await server.kill('SIGTERM');
  });

  it('refuses where maps are, and keeps those aside when told to go on', async () => {
    const first = await aFolder('From the backup');
    const file = join(await temporaryFolder(), 'maps.backup');
    await first.run('backup', file);
    await first.server.kill('SIGTERM');
    const second = await aFolder('From before');
    // As after a power cut: part of it is still in the log beside the database.
    await second.server.kill('SIGKILL');
    const refused = await second.run('restore', file);
    expect(refused).toMatchObject({ code: 1, errors: expect.stringMatching(/holds 1 map\..*--force/) });
    expect((await second.run('restore', file, '--force')).code).toBe(0);
    const titles = (at: string) => inDatabase(at, 'select title from maps').map((row) => Object(row).title);
    expect(titles(join(second.folder, DATABASE_FILE))).toEqual(['From the backup']);
    const [aside] = (await readdir(second.folder)).filter((name) => name.startsWith('before-restore-'));
    const kept = join(second.folder, aside ?? '');
    expect(titles(join(kept, DATABASE_FILE))).toEqual(['From before']);
    expect(await readdir(kept)).toContain('secret');
    expect(await commandsOn(kept)('verify')).toMatchObject({ code: 0 });
  });

  it.each([
    ['no database', (file: string) => writeFile(file, 'x'.repeat(5_000)), /cannot be read/],
    [
      'a database of somebody else',
      (file: string) => void inDatabase(file, 'create table a (b)'),
      /no database of Throughline/,
    ],
    ['missing', (file: string) => rm(file, { force: true }), /there is no such file/],
  ])('refuses a file that is %s, and touches nothing', async (_what, make, words) => {
    const folder = await temporaryFolder();
    const file = join(await temporaryFolder(), 'maps.backup');
    await make(file);
    const { code, errors } = await commandsOn(folder)('restore', file);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(words) });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses what a newer program wrote', async () => {
    const { server, run, folder } = await aFolder();
    await server.kill('SIGTERM');
    const file = join(await temporaryFolder(), 'maps.backup');
    await copyFile(join(folder, DATABASE_FILE), file);
    inDatabase(file, 'update schema_version set version = 999');
    const { code, errors } = await commandsOn(await temporaryFolder())('restore', file);
    expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/written by a newer Throughline/) });
    expect((await run('verify')).code).toBe(0);
  });
});

describe('throughline verify', () => {
  it('says of each map what is wrong with it, while the server runs; what lies aside is listed and destroyed', async () => {
    const { folder, server, map, visitor, run } = await aFolder();
    await visitor.createMap('A good one');
    expect(await run('verify')).toMatchObject({
      code: 0,
      output: '',
      errors: expect.stringMatching(/^2 maps and 0 discussions: /),
    });

    const database = join(folder, DATABASE_FILE);
    const last = 'seq = (select max(seq) from doc_update)';
    inDatabase(database, `update doc_update set data = ? where ${last}`, bytes(200, 1, 2));
    const wrong = await run('verify');
    expect(wrong.code).toBe(1);
    expect(wrong.output).toMatch(new RegExp(`^${map} \\(A map worth keeping\\): row \\d+ cannot be read: .*\\n$`));
    expect(wrong.errors).toBe('Something is wrong in 1 of 2 maps and 0 discussions.\n');

    inDatabase(
      database,
      `insert into doc_set_aside (map, kind, data, at, reason) select map, 'row', data, at, 'torn' from doc_update where ${last}`,
    );
    inDatabase(database, `delete from doc_update where ${last}`);
    expect((await run('verify', '--set-aside')).output).toMatch(
      /^\S{22} \(A map worth keeping\): edits of \d{4}-.*, 1 kB: torn\n$/,
    );
    expect(await run('verify')).toMatchObject({
      code: 0,
      errors: expect.stringMatching(/^1 part could not be read earlier/),
    });
    expect((await run('verify', '--clear-set-aside')).output).toBe('1 part destroyed.\n');
    expect(await run('verify', '--set-aside')).toMatchObject({ code: 0, output: '' });
    await server.kill('SIGTERM');
  });

  it('finds a map of which no checkpoint can be read', async () => {
    const { folder, server, map, run } = await aFolder();
    await server.kill('SIGTERM');
    inDatabase(join(folder, DATABASE_FILE), 'update doc_checkpoint set data = zeroblob(20)');
    const { code, output } = await run('verify');
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining(`${map} (A map worth keeping): no checkpoint of this map can be read`),
    });
  });
});
