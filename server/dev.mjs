import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildServer } from './build.mjs';
import { followParent } from './followParent.mjs';

/**
 * Development on one port: Vite serves the page and reloads it while you type, and hands `/api`, `/join` and `/sync`
 * to the server, which is built and started again whenever a file of server/ or shared/ changes.
 */
const root = join(import.meta.dirname, '..');
const port = Number(process.env.PORT || 4321);
const host = process.env.HOST || '127.0.0.1';
// One folder a port, so that two of these do not build into each other.
const outDir = `../node_modules/.cache/throughline-dev/${port}`;
const main = join(root, 'client', outDir, 'main.js');

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
let restarting = false;
let again = false;
let stopping = false;

followParent();
await buildServer(outDir);
const apiPort = await startServer();
const target = `http://127.0.0.1:${apiPort}`;
const vite = await createServer({
  configFile: join(root, 'vite.config.ts'),
  plugins: [{ name: 'executive-view', configureServer: ({ middlewares }) => void middlewares.use(serveExecutive) }],
  // The Host header stays as it is, so the server compares origins as it does in production.
  server: {
    port,
    host,
    strictPort: true,
    proxy: {
      '/api': { target },
      '^/join/': { target },
      '^/m/[^/]+/present\\?main': { target },
      '/sync': { target, ws: true },
    },
  },
});
await vite.listen();
console.log(`Throughline for development is ready at http://${host}:${port}`);

for (const folder of ['server', 'shared']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file?.endsWith('.ts')) void restart();
  });
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, async () => {
    stopping = true;
    server?.kill('SIGTERM');
    await vite.close();
    process.exit(0);
  });
}

/**
 * The executive view, as the server puts it together in production: its document by Vite, its content by the server.
 * @type {import('vite').Connect.NextHandleFunction}
 */
async function serveExecutive(request, response, next) {
  const [, map] = /^\/m\/([^/?]+)\/present$/.exec(request.url ?? '') ?? [];
  if (!map) return next();
  try {
    const headers = { cookie: request.headers.cookie ?? '' };
    const content = await fetch(`${target}/m/${map}/present?main`, { headers, redirect: 'manual' });
    if (!content.ok) return next();
    const main = (await content.text()).replace('<main>', '<main id="executive">');
    const document = (await readFile(join(root, 'client', 'executive.html'), 'utf8'))
      .replace('<body>', () => `<body data-map="${map}" data-live="yes">`)
      .replace('href="?"', () => `href="/m/${map}?map"`)
      .replace('<main id="executive"></main>', () => main);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(await vite.transformIndexHtml('/executive.html', document));
  } catch (error) {
    next(error);
  }
}

/** The first time on any free port, then always on the same, so that the proxy finds it. */
async function startServer(onPort = 0) {
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { ...process.env, PORT: String(onPort), HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  return await new Promise((resolve, reject) => {
    child.stdout.on('data', (/** @type {Buffer} */ data) => {
      const ready = /^Throughline is ready at \S+:(\d+)$/m.exec(String(data));
      if (ready) resolve(Number(ready[1]));
      else process.stdout.write(data);
    });
    child.on('exit', (code) => {
      if (!stopping && !restarting) reject(new Error(`the server ended with code ${code}`));
    });
  });
}

async function restart() {
  if (restarting) {
    again = true;
    return;
  }
  restarting = true;
  try {
    // What does not build leaves the running server alone.
    await buildServer(outDir);
    const old = server;
    if (old && old.exitCode === null) {
      const gone = new Promise((resolve) => old.once('exit', resolve));
      old.kill('SIGTERM');
      await gone;
    }
    await startServer(apiPort);
    console.log('The server was started again.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  restarting = false;
  if (again) {
    again = false;
    await restart();
  }
}
