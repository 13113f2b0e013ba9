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
import { StorageFailed, StorageRefused } from '../storage.ts';
import type { Tables } from '../tables.ts';
import type { Query, WorkerAnswer, WorkerRequest, WorkerSetup } from './messages.ts';

type Unnumbered<R> = R extends unknown ? Omit<R, 'id'> : never;
type Answered = Extract<WorkerAnswer, { ok: true }>;

/** kysely over a SQLite that runs in a worker thread. `worker` is the built form of `worker.ts`. */
export async function openWorkerDatabase(worker: URL, setup: WorkerSetup): Promise<Database> {
  const thread = new SqliteThread(worker, setup);
  await thread.ask({ kind: 'open' });
  return databaseAsking(
    (request) => thread.ask(request),
    () => thread.close(),
  );
}

/** kysely over whatever answers for a SQLite. */
export function databaseAsking(ask: Ask, close: () => Promise<void>): Database {
  const turns = turnTaker();
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await turns();
    try {
      return await work();
    } finally {
      release();
    }
  };
  const db = new Kysely<Tables>({ dialect: dialectOver(ask, turns) });
  return {
    db,
    transact: (queries, onlyIf) =>
      inTurn(async () => {
        const request = { queries: queries.map(plain), onlyIf: onlyIf ? plain(onlyIf) : null };
        return (await ask({ kind: 'transact', ...request })).changes > 0;
      }),
    readTogether: (queries) =>
      inTurn(async () => {
        const { rows } = await ask({ kind: 'readTogether', queries: queries.map(plain) });
        // This is answered with one list for each query.
        return rows as unknown[][];
      }),
    async close() {
      await inTurn(close);
      await db.destroy();
    },
  };
}

const plain = ({ sql, parameters }: CompiledQuery): Query => ({ sql, parameters });

export type Ask = (request: Unnumbered<WorkerRequest>) => Promise<Pick<Answered, 'rows' | 'changes'>>;

/** The thread and the questions it has not answered yet. One that dies is followed by another at the next question. */
class SqliteThread {
  readonly #url: URL;
  readonly #setup: WorkerSetup;
  #worker: Worker | null = null;
  #ended: Promise<void> = Promise.resolve();
  #waiting = new Map<number, { resolve(answer: Answered): void; reject(error: Error): void }>();
  #last = 0;
  #state: 'new' | 'open' | 'closed' = 'new';

  constructor(url: URL, setup: WorkerSetup) {
    this.#url = url;
    this.#setup = setup;
  }

  async ask(request: Unnumbered<WorkerRequest>): Promise<Answered> {
    if (this.#state === 'closed') throw new Error('the storage is closed');
    if (!this.#worker) {
      this.#worker = this.#start();
      if (this.#state === 'open') await this.#reopen(this.#worker);
    }
    this.#state = 'open';
    return this.#post(this.#worker, request);
  }

  async close(): Promise<void> {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    if (this.#worker) await this.#post(this.#worker, { kind: 'close' });
    await this.#ended;
  }

  async #reopen(worker: Worker): Promise<void> {
    try {
      await this.#post(worker, { kind: 'open' });
    } catch (error) {
      // So that the next question tries again.
      await worker.terminate();
      throw error;
    }
  }

  #post(worker: Worker, request: Unnumbered<WorkerRequest>): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ...request });
    });
  }

  #start(): Worker {
    // Node 22 warns once that its SQLite is young; nobody who starts the server can do anything about it.
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    const worker = new Worker(this.#url, { workerData: this.#setup, execArgv });
    let reason = new StorageFailed('the storage thread has ended');
    worker.on('message', (answer: WorkerAnswer) => {
      const call = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.ok) call?.resolve(answer);
      else call?.reject(answer.refused ? new StorageRefused(answer.message) : new StorageFailed(answer.message));
    });
    worker.on('error', (error) => {
      reason = new StorageFailed(error.message);
    });
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        if (this.#worker === worker) this.#worker = null;
        for (const { reject } of this.#waiting.values()) reject(reason);
        this.#waiting.clear();
        resolve();
      });
    });
    return worker;
  }
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
  let inside = false;
  const run = (sql: string) => ask({ kind: 'run', query: { sql, parameters: [] }, inside });
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery) {
      const { rows, changes } = await ask({ kind: 'run', query: { sql, parameters }, inside });
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
      inside = true;
    },
    async commitTransaction() {
      await run('commit');
    },
    async rollbackTransaction() {
      await run('rollback');
    },
    async releaseConnection() {
      inside = false;
      release();
    },
    async destroy() {},
  };
}
