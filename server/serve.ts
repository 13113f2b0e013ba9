import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Health } from '../shared/protocol/http.ts';
import { AccessControl } from './access/accessControl.ts';
import { readSecret } from './access/secret.ts';
import type { Environment } from './environment.ts';
import { ExecutiveViews } from './executiveViews.ts';
import { handOverTalks } from './handOverTalks.ts';
import { buildApp } from './http/app.ts';
import { serveSync } from './http/syncSocket.ts';
import { Maps } from './maps.ts';
import { Metrics } from './metrics/metrics.ts';
import { type Limits, limitsFor } from './rooms/limits.ts';
import { Rooms } from './rooms/rooms.ts';
import { sparingly } from './sparingLog.ts';
import { CommitQueue } from './storage/commitQueue.ts';
import { Compactor } from './storage/compactor.ts';
import { DATABASE_FILE } from './storage/sqlite/openDatabase.ts';
import { openSqlite } from './storage/sqlite/sqliteStorage.ts';
import { TaskPool } from './tasks/taskPool.ts';
import { keepTrash } from './trashKeeper.ts';

export interface ServeOptions {
  readonly environment: Environment;
  readonly logger: FastifyBaseLogger;
  /** The built forms of the two worker files. */
  readonly workers: { readonly sqlite: URL; readonly tasks: URL };
  readonly pageFolder: string | null;
  readonly limits?: Partial<Limits>;
  readonly sessions?: { readonly sessionSeconds?: number };
  /** Whether `/metrics` tells of the process as well; off where several servers share one. */
  readonly ownProcess?: boolean;
}

export interface RunningServer {
  /** With the port that was really taken. */
  readonly url: string;
  readonly rooms: Rooms;
  readonly access: AccessControl;
  /** Stops accepting, stores what is there, says goodbye; resolves when everything has let go. */
  close(): Promise<void>;
}

const THREADS = 2;
/** Together with closing, an orderly stop stays below five seconds. */
const PATIENCE_WHEN_STOPPING = 3_000;

/** Builds the parts, wires them and listens. Throws `StorageRefused`, and what listening throws. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { environment, logger, workers } = options;
  const limits = { ...limitsFor(environment), ...options.limits };
  const warn = sparingly((context: object, text) => logger.warn(context, text));
  // The start of an id tells maps apart; the whole of it is all it takes to open one.
  const note = (map: string, text: string) => warn({ map: map.slice(0, 6) }, text);

  const metrics = new Metrics({ aboutProcess: options.ownProcess ?? false });
  const { storage, database } = await openSqlite({ folder: environment.dataDir, worker: workers.sqlite });
  const secret = await readSecret(environment.dataDir, environment.authSecret).catch(async (error: unknown) => {
    await storage.close();
    throw error;
  });
  const access = new AccessControl({
    ...environment,
    db: database.db,
    transact: database.transact,
    secret,
    note: (text) => warn({}, text),
    ...options.sessions,
  });
  const tasks = new TaskPool(workers.tasks, THREADS);
  let setAside = await storage.countSetAside();
  const onSetAside = () => {
    const counted = (count: number) => {
      setAside = count;
    };
    // When storage fails at this very moment, health says so anyway.
    storage.countSetAside().then(counted, () => {});
  };
  const compactor = new Compactor({
    storage,
    fold: (map, log) => tasks.run('fold', { map, log }),
    note,
    onSetAside,
    onFold: (ok) => metrics.folded(ok),
  });
  const log = new CommitQueue(storage, {
    capacity: limits.unstored,
    onCommit: (rows) => compactor.appended(rows),
    onAttempt: (attempt) => metrics.committed(attempt),
    onStatus: (status) => {
      if (status.storage === 'ok') logger.warn('storing works again');
      else logger.error(`edits cannot be stored at present: ${status.reason}`);
      rooms.tell({ storage: status.storage });
    },
  });
  const rooms = new Rooms({ storage, log, compactor, access, limits, meter: metrics, note, onSetAside });
  const maps = new Maps(storage, rooms, tasks, access);
  access.keepClean();
  handOverTalks({
    access,
    rooms,
    failed: (error) => logger.error({ error }, 'comments could not be handed over to an account'),
  });
  const leaveTrash = keepTrash(maps, (error) => logger.error({ error }, 'the trash could not be cleared'));

  const letGo = async () => {
    leaveTrash();
    access.stop();
    await tasks.stop();
    await compactor.settled();
    await storage.close();
  };

  const state = (): Health => {
    const { status } = log;
    // The command line may have cleared it since; whoever asks next hears of that.
    if (setAside > 0) onSetAside();
    const failing = status.storage === 'ok' ? [] : [`Edits cannot be stored at present: ${status.reason}.`];
    // Edits fail then, too; but this is known before anybody edits.
    if (failing.length === 0 && !existsSync(join(environment.dataDir, DATABASE_FILE))) {
      failing.push(`The database is no longer in the data folder ${resolve(environment.dataDir)}.`);
    }
    // Worth knowing, and nothing that gets better by waiting or that keeps anybody from working.
    const edits = setAside === 1 ? '1 stored edit' : `${setAside} stored edits`;
    const kept = setAside === 0 ? [] : [`${edits} could not be read and lie aside in the database.`];
    return { status: failing.length === 0 ? 'ready' : 'degraded', reasons: [...failing, ...kept] };
  };
  const origins = { publicOrigin: environment.publicOrigin };
  const { requestsPerMinute, socketsPerAddress } = environment;
  const { guestsPerMinute, signInsPerMinute, trustProxy } = environment;
  const app = await buildApp({
    maps,
    executive: new ExecutiveViews(maps, tasks),
    access,
    health: state,
    origins,
    pageFolder: options.pageFolder,
    requestsPerMinute,
    guestsPerMinute,
    signInsPerMinute,
    trustProxy,
    logger,
    metrics,
    metricsAccess: {
      token: environment.metricsToken,
      behindProxy: environment.publicOrigin !== null || environment.trustProxy !== null,
    },
  });
  const sync = serveSync(app.server, {
    ...{ rooms, access, limits, origins, socketsPerAddress, trustProxy, warn, metrics },
    socketsPerPerson: environment.socketsPerPerson,
  });
  metrics.watch({
    rooms: () => rooms.open,
    connections: () => sync.open,
    people: () => sync.people,
    sessions: () => access.sessions.used,
    editsWaiting: () => log.unstored.edits,
    bytesWaiting: () => log.unstored.bytes,
    tasksWaiting: () => tasks.waiting,
    tasksRunning: () => tasks.running,
    isStorageFailing: () => log.status.storage !== 'ok',
    setAside: () => setAside,
  });
  let url: string;
  try {
    url = await app.listen({ port: environment.port, host: environment.host });
  } catch (error) {
    await rooms.stop(0);
    await letGo();
    throw error;
  }

  return {
    url,
    rooms,
    access,
    async close() {
      compactor.pause();
      await rooms.stop(PATIENCE_WHEN_STOPPING);
      await goodbyes();
      sync.close();
      await app.close();
      await letGo();
    },
  };
}

/** A moment for the closing messages to leave. */
const goodbyes = () => new Promise<void>((resolve) => setTimeout(resolve, 100));
