import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { type Environment, readEnvironment } from '../../server/environment.ts';
import type { Limits } from '../../server/rooms/limits.ts';
import { type RunningServer, serve } from '../../server/serve.ts';
import { builtServer } from './builtServer.ts';
import { ownerOf, type Reply, type RequestOptions, type TestVisitor } from './visitor.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Something to do when the tests of this file are over. */
export const afterwards = (cleanup: () => Promise<unknown>): void => void cleanups.push(cleanup);

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestServer extends RunningServer {
  readonly folder: string;
  /** What the server wrote into its log. */
  readonly logged: string[];
  /** A guest from the first thing they ask on; whoever makes maps here with `createMap` is them. */
  readonly visitor: TestVisitor;
  /** What `visitor` asks. */
  createMap(title?: string): Promise<string>;
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
}

/** The real server in this process, on a free port and a folder of its own. */
export async function startServer(
  options: {
    folder?: string;
    limits?: Partial<Limits>;
    environment?: Partial<Environment>;
    pageFolder?: string;
    logLevel?: string;
    sessionSeconds?: number;
  } = {},
): Promise<TestServer> {
  const folder = options.folder ?? (await temporaryFolder());
  const { workers } = await builtServer();
  const defaults = readEnvironment({ PORT: '0', DATA_DIR: folder });
  if (!defaults.ok) throw new Error(defaults.problems.join(' '));
  const logged: string[] = [];
  const server = await serve({
    environment: { ...defaults.environment, ...options.environment },
    logger: pino({ level: options.logLevel ?? 'warn' }, { write: (line) => void logged.push(line) }),
    workers,
    pageFolder: options.pageFolder ?? null,
    limits: options.limits ?? {},
    ...(options.sessionSeconds && { sessions: { sessionSeconds: options.sessionSeconds } }),
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close());
  afterwards(close);

  const visitor = ownerOf(folder, server.url);
  let entered: Promise<unknown> | undefined;
  return {
    ...server,
    visitor,
    folder,
    logged,
    close,
    request: (method, path, options) => visitor.request(method, path, options),
    async createMap(title) {
      // Several at once are of one person all the same.
      entered ??= visitor.me();
      await entered;
      return visitor.createMap(title);
    },
  };
}
