import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { DatabaseSync } from '@photostructure/sqlite';
import { messageOf } from '../../messageOf.ts';
import { failureWords } from './failureWords.ts';
import type { Query, WorkerSetup } from './messages.ts';
import { watchFile } from './watchedFile.ts';

export interface SqliteDatabase {
  run(query: Query): { rows: unknown[]; changes: number };
  isInTransaction(): boolean;
  /** False, and nothing done, when there is an `onlyIf` and it finds nothing. */
  transact(queries: readonly Query[], onlyIf: Query | null): boolean;
  readTogether(queries: readonly Query[]): unknown[][];
  close(): void;
}

/** The data folder cannot be used; the message is for the person who starts the server. */
export class DataFolderRefused extends Error {
  override name = 'DataFolderRefused';
}

export const DATABASE_FILE = 'throughline.db';
const LOCK_FILE = 'throughline.lock';
/** A server that is being started again finds the one before still saying goodbye. */
const LOCK_PATIENCE = 2_000;
/** Statements kept prepared; those for lists of changing length would otherwise pile up. */
const STATEMENTS_KEPT = 200;
const BEGIN_TO_READ = 'begin';

type Sqlite = Pick<typeof import('@photostructure/sqlite'), 'DatabaseSync'>;
export type Connection = InstanceType<typeof DatabaseSync>;

/** Opens the one database of a data folder, which is made when missing and then belongs to this process alone. */
export function openDatabase({ folder, patience }: WorkerSetup): SqliteDatabase {
  const sqlite = findSqlite();
  makeFolder(folder);
  const lock = takeFolder(sqlite, folder);
  let db: Connection;
  let file: ReturnType<typeof watchFile>;
  try {
    db = new sqlite.DatabaseSync(join(folder, DATABASE_FILE));
    // A pragma, not the constructor's option: the first versions of Node with SQLite do not know that.
    db.exec(`pragma busy_timeout = ${patience}`);
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 1000');
    file = watchFile(join(folder, DATABASE_FILE));
  } catch (error) {
    lock.close();
    const why = failureWords(messageOf(error), folder);
    throw new DataFolderRefused(`The database in ${resolve(folder)} cannot be opened: ${why}.`);
  }
  return {
    ...databaseOver(db, file.throwIfGone),
    close() {
      db.close();
      file.close();
      lock.close();
    },
  };
}

/** What can be asked of an open connection. `mayWrite` is asked before something is changed, and throws when not. */
export function databaseOver(db: Connection, mayWrite = () => {}): SqliteDatabase {
  const prepare = preparedBy(db);
  const run = ({ sql, parameters }: Query) => {
    const { statement, reads } = prepare(sql);
    if (reads) return { rows: statement.all(...parameters), changes: 0 };
    // A transaction is asked about where it begins.
    if (sql !== BEGIN_TO_READ && !db.isTransaction) mayWrite();
    return { rows: [], changes: statement.run(...parameters).changes };
  };
  const between = <T>(begin: string, work: () => T): T => {
    run({ sql: begin, parameters: [] });
    try {
      const result = work();
      run({ sql: 'commit', parameters: [] });
      return result;
    } catch (error) {
      // A full disk may have ended the transaction already; then rolling back is an error of its own.
      if (db.isTransaction) run({ sql: 'rollback', parameters: [] });
      throw error;
    }
  };
  return {
    run,
    isInTransaction: () => db.isTransaction,
    transact: (queries, onlyIf) =>
      between('begin immediate', () => {
        if (onlyIf && run(onlyIf).rows.length === 0) return false;
        for (const query of queries) run(query);
        return true;
      }),
    // Not `immediate`: whoever only reads waits for nobody.
    readTogether: (queries) => between(BEGIN_TO_READ, () => queries.map((query) => run(query).rows)),
    close: () => db.close(),
  };
}

/** Node's own SQLite where it can do what we ask of it; otherwise the same interface from a package with prebuilt binaries. */
export function findSqlite(load: (name: string) => Sqlite = createRequire(import.meta.url)): Sqlite {
  try {
    const builtIn = load('node:sqlite');
    if (isComplete(builtIn)) return builtIn;
  } catch {
    // This Node has none, or only behind a flag.
  }
  return load('@photostructure/sqlite');
}

/** Node 22.13 to 22.15 and 23.4 to 23.10 have an SQLite that lacks both; some versions have them on the objects alone. */
function isComplete({ DatabaseSync }: Sqlite): boolean {
  const db = new DatabaseSync(':memory:');
  try {
    return 'isTransaction' in db && 'columns' in db.prepare('select 1');
  } finally {
    db.close();
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new DataFolderRefused(`The data folder ${resolve(folder)} cannot be made: ${messageOf(error)}.`);
  }
}

/**
 * Two servers on one folder would show each other's people different maps. The lock is one of the operating
 * system, held through SQLite, so it ends with the process however that ends.
 */
export function takeFolder(sqlite: Sqlite, folder: string): Connection {
  let lock: Connection | null = null;
  try {
    lock = new sqlite.DatabaseSync(join(folder, LOCK_FILE));
    lock.exec(`pragma busy_timeout = ${LOCK_PATIENCE}`);
    lock.exec('pragma journal_mode = delete; pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    lock?.close();
    throw new DataFolderRefused(
      /locked|busy/i.test(messageOf(error))
        ? `Another Throughline server is using the data folder ${resolve(folder)}. Stop it first, or choose another folder with DATA_DIR.`
        : `The data folder ${resolve(folder)} cannot be written to: ${messageOf(error)}.`,
    );
  }
}

function preparedBy(db: Connection) {
  type Prepared = { statement: ReturnType<Connection['prepare']>; reads: boolean };
  const kept = new Map<string, Prepared>();
  return (sql: string): Prepared => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? '');
    kept.set(sql, prepared);
    return prepared;
  };
}
