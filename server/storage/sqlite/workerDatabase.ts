import { Worker } from 'node:worker_threads';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database } from '../kyselyStorage.ts';
import { StorageRefused } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Query, WorkerAnswer, WorkerRequest, WorkerSetup } from './messages.ts';

type Unnumbered<R> = R extends unknown ? Omit<R, 'id'> : never;
type Answered = Extract<WorkerAnswer, { ok: true }>;

/** kysely over a SQLite that runs in a worker thread. `worker` is the built form of `worker.ts`. */
export async function openWorkerDatabase(worker: URL, setup: WorkerSetup): Promise<Database> {
  const calls = workerCalls(worker, setup);
  await calls.ask({ kind: 'open' });
  const turns = turnTaker();
  const db = new Kysely<Tables>({ dialect: dialectOver(calls.ask, turns) });
  return {
    db,
    async transact(queries) {
      const release = await turns();
      try {
        await calls.ask({ kind: 'transact', queries: queries.map(plain) });
      } finally {
        release();
      }
    },
    async close() {
      const release = await turns();
      await calls.ask({ kind: 'close' });
      release();
      await db.destroy();
      await calls.ended;
    },
  };
}

const plain = ({ sql, parameters }: CompiledQuery): Query => ({ sql, parameters });

type Ask = (request: Unnumbered<WorkerRequest>) => Promise<Answered>;

function workerCalls(url: URL, setup: WorkerSetup): { ask: Ask; ended: Promise<void> } {
  const waiting = new Map<number, { resolve(answer: Answered): void; reject(error: Error): void }>();
  let last = 0;
  let gone: Error | null = null;
  // Node 22 warns once that its SQLite is young; nobody who starts the server can do anything about it.
  const worker = new Worker(url, { workerData: setup, execArgv: ['--disable-warning=ExperimentalWarning'] });
  const fail = (error: Error) => {
    gone = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: WorkerAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.resolve(answer);
    else call?.reject(answer.refused ? new StorageRefused(answer.message) : new Error(answer.message));
  });
  worker.on('error', fail);
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      fail(gone ?? new Error('the storage thread has ended'));
      resolve();
    });
  });
  const ask: Ask = (request) =>
    new Promise((resolve, reject) => {
      if (gone) return reject(gone);
      const id = ++last;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...request });
    });
  return { ask, ended };
}

/** SQLite has one connection here: whoever holds the turn may run a transaction of several steps undisturbed. */
function turnTaker(): () => Promise<() => void> {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let release = () => {};
    last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  };
}

function dialectOver(ask: Ask, turns: () => Promise<() => void>): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => workerDriver(ask, turns),
  };
}

function workerDriver(ask: Ask, turns: () => Promise<() => void>): Driver {
  const run = (sql: string) => ask({ kind: 'run', query: { sql, parameters: [] } });
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, changes } = await ask({ kind: 'run', query: { sql, parameters } });
      // kysely asks for the row type the caller wrote down; the tables in `tables.ts` vouch for it.
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    streamQuery() {
      throw new Error('streaming is not supported over the storage thread');
    },
  };
  let release = () => {};
  return {
    async init() {},
    async acquireConnection() {
      release = await turns();
      return connection;
    },
    async beginTransaction() {
      await run('begin immediate');
    },
    async commitTransaction() {
      await run('commit');
    },
    async rollbackTransaction() {
      await run('rollback');
    },
    async releaseConnection() {
      release();
    },
    async destroy() {},
  };
}
