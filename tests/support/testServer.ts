import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { type Environment, readEnvironment } from '../../server/environment.ts';
import type { Limits } from '../../server/rooms/limits.ts';
import { type RunningServer, serve } from '../../server/serve.ts';
import type { ErrorBody } from '../../shared/protocol/http.ts';
import { builtServer } from './builtServer.ts';

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
  createMap(title?: string): Promise<string>;
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
}

export interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body, for tests that look at it by hand. */
  readonly json: never;
  readonly error: ErrorBody['error'];
}

/** The real server in this process, on a free port and a folder of its own. */
export async function startServer(
  options: { folder?: string; limits?: Partial<Limits>; environment?: Partial<Environment>; pageFolder?: string } = {},
): Promise<TestServer> {
  const folder = options.folder ?? (await temporaryFolder());
  const { workers } = await builtServer();
  const defaults = readEnvironment({ PORT: '0', DATA_DIR: folder });
  if (!defaults.ok) throw new Error(defaults.problems.join(' '));
  const logged: string[] = [];
  const server = await serve({
    environment: { ...defaults.environment, ...options.environment },
    logger: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }),
    workers,
    pageFolder: options.pageFolder ?? null,
    limits: options.limits ?? {},
  });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= server.close());
  afterwards(close);

  const request: TestServer['request'] = async (method, path, { body, headers = {} } = {}) => {
    const json = body !== undefined && !(body instanceof Uint8Array) && typeof body !== 'string';
    const reply = await fetch(server.url + path, {
      method,
      headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer>) }),
    });
    const text = await reply.text();
    const parsed = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
    return { status: reply.status, headers: reply.headers, text, json: parsed as never, error: parsed?.error };
  };
  return {
    ...server,
    folder,
    logged,
    close,
    request,
    async createMap(title = 'A map') {
      const reply = await request('POST', '/api/maps', { body: { title } });
      if (reply.status !== 201) throw new Error(`no map was made: ${reply.text}`);
      return (reply.json as { id: string }).id;
    },
  };
}
