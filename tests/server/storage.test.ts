import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { kyselyStorage } from '../../server/storage/kyselyStorage.ts';
import { migrate } from '../../server/storage/migrations.ts';
import { DATABASE_FILE, findSqlite } from '../../server/storage/sqlite/openDatabase.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import { openWorkerDatabase } from '../../server/storage/sqlite/workerDatabase.ts';
import { type Storage, StorageFailed, StorageRefused } from '../../server/storage/storage.ts';
import { builtServer } from '../support/builtServer.ts';
import { bytes } from '../support/clients.ts';
import { afterwards, temporaryFolder } from '../support/testServer.ts';
import { storageContract } from './storageContract.ts';

async function open(folder?: string): Promise<Storage> {
  const { workers } = await builtServer();
  const storage = await openSqliteStorage({ folder: folder ?? (await temporaryFolder()), worker: workers.sqlite });
  afterwards(() => storage.close().catch(() => {}));
  return storage;
}

describe('the SQLite that is used', () => {
  type Sqlite = ReturnType<typeof findSqlite>;
  const taken = findSqlite();
  class Complete {
    isTransaction = false;
    prepare = () => ({ columns: () => [] });
    close = () => {};
  }
  class WithoutTransaction {
    prepare = () => ({ columns: () => [] });
    close = () => {};
  }
  class WithoutColumns {
    isTransaction = false;
    prepare = () => ({});
    close = () => {};
  }
  const builtIn = (DatabaseSync: unknown) => ({ DatabaseSync }) as Sqlite;
  const choose = (own: () => Sqlite) => findSqlite((name) => (name === 'node:sqlite' ? own() : taken));

  it("is Node's own when that can do everything", () => {
    const complete = builtIn(Complete);
    expect(choose(() => complete)).toBe(complete);
  });

  it.each([
    ['knows no transactions', WithoutTransaction],
    ['knows no columns', WithoutColumns],
  ])('is the package where the one of Node %s', (_what, incomplete) => {
    expect(choose(() => builtIn(incomplete))).toBe(taken);
  });

  it('is the package where Node has none', () => {
    const none = () => {
      throw new Error('No such built-in module: node:sqlite');
    };
    expect(choose(none)).toBe(taken);
  });
});

/** The database as another program sees it. */
function raw(folder: string) {
  const { DatabaseSync } = findSqlite();
  return new DatabaseSync(join(folder, DATABASE_FILE));
}

storageContract('SQLite', () => open());

const counts = { stages: 0, steps: 0, lanes: 0, touchpoints: 0, handoffs: 0 };
const aMap = {
  id: 'a',
  title: 'A',
  state: 'current',
  template: false,
  counts,
  createdAt: 1,
  checkpoint: bytes(1),
} as const;

describe('a storage thread that dies', () => {
  it('takes what it was doing with it, and is followed by another', async () => {
    const folder = await temporaryFolder();
    const { workers } = await builtServer();
    // The real thread, and a way to end it in the middle of its work.
    const mortal = join(folder, 'mortal.mjs');
    const lines = [
      "import { parentPort } from 'node:worker_threads';",
      'const on = parentPort.on.bind(parentPort);',
      "const dies = (asked) => asked.query?.sql.includes('die now');",
      'parentPort.on = (name, listen) => on(name, (asked) => (dies(asked) ? process.exit(1) : listen(asked)));',
      `await import('${workers.sqlite}');`,
    ];
    await writeFile(mortal, lines.join('\n'));
    const database = await openWorkerDatabase(pathToFileURL(mortal), { folder, patience: 100 });
    afterwards(() => database.close());
    await migrate(database.db, database.transact);
    const storage = kyselyStorage(database);
    await storage.createMap(aMap);

    await expect(sql`select 'die now'`.execute(database.db)).rejects.toThrow(StorageFailed);
    expect(await storage.findMap('a')).not.toBeNull();

    const inTheMiddle = database.db.transaction().execute(async (trx) => {
      await trx.deleteFrom('doc_checkpoint').execute();
      await sql`select 'die now'`.execute(trx).catch(() => {});
      await trx.deleteFrom('maps').execute();
    });
    await expect(inTheMiddle).rejects.toThrow('the transaction was lost');
    expect(await storage.findMap('a')).not.toBeNull();
    expect((await storage.readLog('a')).checkpoint).not.toBeNull();
  });
});

describe('a data folder', () => {
  it('is made when it is missing, with everything above it', async () => {
    const folder = join(await temporaryFolder(), 'deep', 'down');
    await (await open(folder)).createMap(aMap);
  });

  it('is there again after closing', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    await first.createMap(aMap);
    await first.close();
    expect(await (await open(folder)).findMap('a')).not.toBeNull();
  });

  it('belongs to one at a time', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    await expect(open(folder)).rejects.toThrow(/Another Throughline server is using the data folder/);
    await first.createMap(aMap);
    await first.close();
    await expect(open(folder)).resolves.toBeDefined();
  });

  it('that a newer program wrote is refused, and left as it is', async () => {
    const folder = await temporaryFolder();
    await (await open(folder)).close();
    const database = raw(folder);
    database.exec('update schema_version set version = 999');
    database.close();
    const refused = open(folder);
    await expect(refused).rejects.toThrow(StorageRefused);
    await expect(refused).rejects.toThrow(/written by a newer Throughline/);
  });

  it('that is a file is refused in a sentence', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'x');
    await expect(open(file)).rejects.toThrow(StorageRefused);
  });

  it('whose database is none is refused in a sentence', async () => {
    const folder = await temporaryFolder();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, DATABASE_FILE), 'this is no database, but long enough to be looked at '.repeat(50));
    await expect(open(folder)).rejects.toThrow(/cannot be opened/);
    // And the folder is free again.
    await expect(open(folder)).rejects.toThrow(/cannot be opened/);
  });

  it('is written so that a commit is on the disk when it is done', async () => {
    const folder = await temporaryFolder();
    const storage = await open(folder);
    await storage.createMap(aMap);
    const database = raw(folder);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });
});
