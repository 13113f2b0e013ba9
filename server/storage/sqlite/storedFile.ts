import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { KNOWN_VERSION } from '../migrations.ts';
import { StorageRefused } from '../storage.ts';
import { type Connection, findSqlite } from './openDatabase.ts';

/** A database file, to look at. Throws `StorageRefused` when it is none of ours, damaged, or a newer program's. */
export function openStoredFile(file: string): Connection {
  const { DatabaseSync } = findSqlite();
  let connection: Connection | null = null;
  try {
    connection = new DatabaseSync(file, { readOnly: true });
    connection.exec('pragma busy_timeout = 5000');
    const version = versionIn(connection);
    if (version === null) throw new StorageRefused(`${file} is no database of Throughline.`);
    if (version > KNOWN_VERSION) {
      throw new StorageRefused(
        `${file} was written by a newer Throughline (data version ${version}, this program knows ${KNOWN_VERSION}).`,
      );
    }
    const [damage] = connection.prepare('pragma quick_check(1)').all();
    if (damage?.quick_check !== 'ok') throw new StorageRefused(`${file} is damaged: ${String(damage?.quick_check)}.`);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof StorageRefused) throw error;
    throw new StorageRefused(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** How many maps it holds, those in the trash included. */
export const mapsIn = (connection: Connection): number =>
  Number(connection.prepare('select count(*) as maps from maps').get()?.maps ?? 0);

/**
 * Copies what a database holds at this moment into a new file, whoever writes to it meanwhile, and checks the copy.
 * One transaction reads it all: a copy of the file alone would lack what is still in the log beside it. Answers how
 * many maps the copy holds.
 */
export function copyStored(from: Connection, to: string): number {
  rmSync(to, { force: true });
  try {
    from.prepare('vacuum into ?').run(to);
    // SQLite leaves to its caller when such a copy reaches the disk.
    flush(to);
    const copy = openStoredFile(to);
    const maps = mapsIn(copy);
    copy.close();
    return maps;
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/** What a file, or the names in a folder, were changed to is on the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A new name in a folder survives a power cut. Windows keeps such promises by itself, and opens no folders. */
export function flushNames(file: string): void {
  if (process.platform !== 'win32' && existsSync(dirname(file))) flush(dirname(file));
}

function versionIn(connection: Connection): number | null {
  const table = connection.prepare("select 1 from sqlite_master where name = 'schema_version'").get();
  if (!table) return null;
  const row = connection.prepare('select version from schema_version').get();
  return typeof row?.version === 'number' ? row.version : null;
}
