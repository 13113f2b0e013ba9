import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { createBuilder } from 'vite';
import { takeBuildLock } from './buildLock.mjs';
import { keepLastBuild } from './oldBuild.mjs';

/**
 * Builds the page and the server into dist/. `node server/build.mjs` builds always, `start.mjs` only what is stale;
 * `node server/build.mjs <folder>` builds the server alone into another folder.
 */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const stamp = join(root, 'dist', '.built');

/** @param {{ quiet?: boolean }} [options] */
export async function build({ quiet = false } = {}) {
  const lock = join(root, 'dist', '.building');
  const release = await takeBuildLock(lock, (sentence) => process.stderr.write(`${sentence}\n`));
  try {
    const startedAt = new Date();
    const builder = await builderFor(quiet);
    await builder.build(builder.environments.client);
    await keepLastBuild(join(root, 'dist', 'server'), stamp);
    await builder.build(builder.environments.ssr);
    await compressFiles(join(root, 'dist', 'client'));
    // Sources that changed during the build are newer than this and make the build stale.
    await writeFile(stamp, startedAt.toISOString());
  } finally {
    await release();
  }
}

/**
 * The server alone, into another folder: for tests and development.
 * @param {string} outDir
 */
export async function buildServer(outDir) {
  const builder = await builderFor(true, { environments: { ssr: { build: { outDir } } } });
  await builder.build(builder.environments.ssr);
}

/**
 * @param {boolean} quiet
 * @param {import('vite').InlineConfig} [more]
 */
const builderFor = (quiet, more = {}) =>
  createBuilder({
    ...more,
    configFile: join(root, 'vite.config.ts'),
    logLevel: quiet ? 'warn' : 'info',
  });

const worthIt = new Set(['.js', '.css', '.html', '.svg', '.json', '.wasm', '.ttf', '.txt', '.webmanifest']);

/**
 * Compresses once what would otherwise be compressed for every visitor.
 * @param {string} folder
 */
async function compressFiles(folder) {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !worthIt.has(extname(entry.name)) || (await stat(file)).size < 1024) continue;
    const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    await pipeline(createReadStream(file), brotli, createWriteStream(`${file}.br`));
    await pipeline(createReadStream(file), createGzip({ level: 9 }), createWriteStream(`${file}.gz`));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [option] = process.argv.slice(2);
  if (option === undefined || option === '--quiet') await build({ quiet: option === '--quiet' });
  else await buildServer(option);
}
