import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './freePort.ts';

/** The built app, served by a process of its own from a data folder of its own. */
export interface ServedApp {
  readonly url: string;
  readonly dataDir: string;
  /** Starts it again on the same port and data, after `stop` or `kill`. */
  start(): Promise<void>;
  /** As an operator stops it: SIGTERM, and wait. */
  stop(): Promise<void>;
  /** As a power cut stops it. */
  kill(): Promise<void>;
  /** Stops it and removes its data. */
  dispose(): Promise<void>;
}

const START_MS = 60_000;

type Settings = Readonly<Record<string, string>>;

/**
 * Serves dist/ on a free port, with more environment variables, which may hang on the address it will have. Throws with
 * the server's own words when it does not become ready.
 */
export async function serveApp(
  environment: Settings | ((url: string) => Promise<Settings>) = {},
  main = 'dist/server/main.js',
): Promise<ServedApp> {
  const port = await freePort();
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'));
  const url = `http://127.0.0.1:${port}`;
  const settings = typeof environment === 'function' ? await environment(url) : environment;
  let server: ChildProcess | null = null;

  const end = async (signal: NodeJS.Signals) => {
    const ending = server;
    server = null;
    if (!ending || ending.exitCode !== null) return;
    ending.kill(signal);
    await once(ending, 'exit');
  };
  const start = async () => {
    let words = '';
    server = spawn(process.execPath, [main], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => (words += String(chunk)));
    const deadline = Date.now() + START_MS;
    while (!(await isReady(url))) {
      if (server.exitCode !== null || Date.now() > deadline) throw new Error(`The server did not start:\n${words}`);
      await pause(50);
    }
  };

  await start();
  return {
    url,
    dataDir,
    start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async dispose() {
      await end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}
