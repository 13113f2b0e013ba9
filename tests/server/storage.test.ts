import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../server/storage/sqlite/openDatabase.ts';
import { openSqliteStorage } from '../../server/storage/sqlite/sqliteStorage.ts';
import { type Storage, StorageRefused } from '../../server/storage/storage.ts';
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

/** The database as another program sees it. */
function raw(folder: string) {
  const { DatabaseSync } = createRequire(import.meta.url)(
    '@photostructure/sqlite',
  ) as typeof import('@photostructure/sqlite');
  return new DatabaseSync(join(folder, DATABASE_FILE));
}

storageContract('SQLite', () => open());

const counts = { stages: 0, steps: 0, lanes: 0, touchpoints: 0, handoffs: 0 };
const aMap = { id: 'a', title: 'A', state: 'current', counts, createdAt: 1, checkpoint: bytes(1) } as const;

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
