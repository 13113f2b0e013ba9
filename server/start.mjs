import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { followParent } from './followParent.mjs';

/**
 * Runs something of dist/, built first when it is missing or older than its sources. `node server/start.mjs` starts
 * the server in this very process, so signals reach it directly; `node server/start.mjs cli ...` is the command line.
 */
const root = join(import.meta.dirname, '..');
const sources = ['client', 'server', 'shared', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

if (await isStale()) {
  if (!existsSync(join(root, 'node_modules', 'vite'))) {
    // Not just "npm ci": with NODE_ENV=production that leaves out what builds.
    process.stderr.write('The packages that build Throughline are not installed. Run "npm ci --include=dev" first.\n');
    process.exit(1);
  }
  process.stderr.write('Building, because the sources are newer than what is built ...\n');
  // In a process of its own: the bundler's memory would stay with the server for good.
  const { status } = spawnSync(process.execPath, [join(root, 'server', 'build.mjs'), '--quiet'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(1);
}

followParent();

const [first, ...rest] = process.argv.slice(2);
const entry = join(root, 'dist', 'server', first === 'cli' ? 'cli.js' : 'main.js');
process.argv = [process.argv[0] ?? 'node', entry, ...(first === 'cli' ? rest : [])];
await import(pathToFileURL(entry).href);

async function isStale() {
  const stamp = join(root, 'dist', '.built');
  if (!existsSync(stamp) || !existsSync(join(root, 'dist', 'server', 'main.js'))) return true;
  const builtAt = Date.parse(await readFile(stamp, 'utf8'));
  // Installed without sources, as in a container that holds dist/ alone, there is nothing to compare with.
  const newest = await Promise.all(sources.map((source) => newestIn(join(root, source))));
  return !(Math.max(...newest) <= builtAt);
}

/** @param {string} path @returns {Promise<number>} */
async function newestIn(path) {
  if (!existsSync(path)) return 0;
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const below = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(below.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(own.mtimeMs, ...times);
}
