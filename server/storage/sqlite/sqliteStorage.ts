import { type Database, kyselyStorage } from '../kyselyStorage.ts';
import { migrate } from '../migrations.ts';
import type { Storage } from '../storage.ts';
import { openWorkerDatabase } from './workerDatabase.ts';

/** Longest wait for another program that holds the database, a backup for example, before an attempt counts as failed. */
const PATIENCE_MS = 1_000;

/**
 * Opens the storage in a data folder. `worker` is the built form of `worker.ts`. Throws `StorageRefused` when the
 * folder cannot be used, when another server uses it, or when a newer program wrote it.
 */
export async function openSqliteStorage(options: { folder: string; worker: URL }): Promise<Storage> {
  return (await openSqlite(options)).storage;
}

/** The storage together with its database, for what is kept in other tables of it. Close the storage alone. */
export async function openSqlite(options: {
  folder: string;
  worker: URL;
}): Promise<{ storage: Storage; database: Database }> {
  const database = await openWorkerDatabase(options.worker, { folder: options.folder, patience: PATIENCE_MS });
  try {
    await migrate(database.db, database.transact);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { storage: kyselyStorage(database), database };
}
