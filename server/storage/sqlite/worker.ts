import { parentPort, workerData } from 'node:worker_threads';
import { failureWords } from './failureWords.ts';
import type { WorkerAnswer, WorkerRequest, WorkerSetup } from './messages.ts';
import { openDatabase, type SqliteDatabase } from './openDatabase.ts';

/**
 * SQLite in a thread of its own: waiting for the disk, which may take a tenth of a second on a busy one, never
 * keeps edits from reaching the other people in a room.
 */
if (!parentPort) throw new Error('this file runs as a worker thread');
const port = parentPort;
// workerData is what openSqlite put there: both are built from the same sources.
const setup = workerData as WorkerSetup;

let database: SqliteDatabase | null = null;

port.on('message', (request: WorkerRequest) => {
  port.postMessage(answer(request));
  if (request.kind === 'close') port.close();
});

function answer({ id, ...request }: WorkerRequest): WorkerAnswer {
  try {
    switch (request.kind) {
      case 'open':
        database = openDatabase(setup);
        return { id, ok: true, rows: [], changes: 0 };
      case 'run':
        if (request.inside && !opened().isInTransaction()) throw new Error('the transaction was lost');
        return { id, ok: true, ...opened().run(request.query) };
      case 'transact':
        return { id, ok: true, rows: [], changes: opened().transact(request.queries, request.onlyIf) ? 1 : 0 };
      case 'readTogether':
        return { id, ok: true, rows: opened().readTogether(request.queries), changes: 0 };
      case 'close':
        database?.close();
        return { id, ok: true, rows: [], changes: 0 };
      default:
        return request satisfies never;
    }
  } catch (error) {
    const { message, name } = error instanceof Error ? error : new Error(String(error));
    const refused = name === 'DataFolderRefused';
    return { id, ok: false, message: refused ? message : failureWords(message, setup.folder), refused };
  }
}

function opened(): SqliteDatabase {
  if (!database) throw new Error('the database is not open');
  return database;
}
