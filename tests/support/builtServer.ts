import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/**
 * The server as it is built, for tests that start it as a process of its own or need its worker threads. Built once
 * for each state of the sources, whoever comes first; the others wait.
 */
export async function builtServer(): Promise<{ main: string; workers: { sqlite: URL; tasks: URL } }> {
  folder ??= build();
  const built = await folder;
  const file = (name: string) => join(built, name);
  return {
    main: file('main.js'),
    workers: { sqlite: pathToFileURL(file('sqliteWorker.js')), tasks: pathToFileURL(file('taskWorker.js')) },
  };
}

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'throughline-test');
let folder: Promise<string> | undefined;

async function build(): Promise<string> {
  const target = join(cache, `server-${Math.round(await newestSource())}`);
  const done = join(target, '.done');
  const lock = `${target}.lock`;
  await mkdir(cache, { recursive: true });
  for (;;) {
    if (existsSync(done)) return target;
    if (await takeLock(lock)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    if (existsSync(done)) return target;
    await promisify(execFile)(process.execPath, [join(root, 'server', 'build.mjs'), target], { cwd: root });
    await writeFile(done, '');
    await removeOldBuilds();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return target;
}

/** What an hour-old state of the sources was built to; a run of today may still use what is younger. */
async function removeOldBuilds(): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    // A run that was killed while it built leaves its lock behind.
    const age = await stat(lock).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > 60_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function newestSource(): Promise<number> {
  const times = await Promise.all(
    ['server', 'shared', 'vite.config.ts', 'package-lock.json'].map(async (source) => {
      const path = join(root, source);
      const entries = (await stat(path)).isDirectory() ? await readdir(path, { recursive: true }) : [];
      const files = await Promise.all(entries.map((entry) => stat(join(path, entry))));
      return Math.max((await stat(path)).mtimeMs, ...files.map(({ mtimeMs }) => mtimeMs));
    }),
  );
  return Math.max(...times);
}
