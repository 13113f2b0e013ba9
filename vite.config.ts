import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { exportFilesPlugin } from './server/export/exportFilesPlugin.ts';
import { chunksPlugin } from './server/page/chunksPlugin.ts';
import { mapHeadPlugin } from './server/page/mapHeadPlugin.ts';
import { serviceWorkerPlugin } from './server/page/serviceWorkerPlugin.ts';

/** The full path: from a name alone the development server finds no page to look through. */
const pageOf = (name: string) => fileURLToPath(new URL(`client/${name}.html`, import.meta.url));

/**
 * One configuration builds both halves: the page into dist/client and the server into dist/server.
 * Packages stay outside the server bundle: it runs beside node_modules, and native addons cannot be bundled.
 */
export default defineConfig({
  root: 'client',
  publicDir: '../public',
  plugins: [react(), exportFilesPlugin(), chunksPlugin(), mapHeadPlugin(), serviceWorkerPlugin()],
  builder: {},
  // Modules, so that a worker may fetch parts of itself only when they are needed.
  worker: { format: 'es' },
  environments: {
    client: {
      build: {
        outDir: '../dist/client',
        emptyOutDir: true,
        target: 'es2023',
        rollupOptions: {
          input: {
            index: pageOf('index'),
            executive: pageOf('executive'),
            ask: fileURLToPath(new URL('client/session/early/askEarly.ts', import.meta.url)),
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: '../dist/server',
        // The build makes room itself: a server may be running on what lies there.
        emptyOutDir: false,
        copyPublicDir: false,
        ssr: true,
        target: 'node20',
        rollupOptions: {
          input: {
            main: 'server/main.ts',
            cli: 'server/cli.ts',
            // Worker threads are files of their own; the server looks for them beside main.js.
            sqliteWorker: 'server/storage/sqlite/worker.ts',
            taskWorker: 'server/tasks/worker.ts',
          },
        },
      },
    },
  },
  test: {
    root: '.',
    include: ['tests/{shared,server,client,convergence}/**/*.test.{ts,tsx}'],
    // A slow machine is no failure: these end what would never end.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    // On two cores Vitest would do one file after the other, and many of them mostly wait for processes and timers.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});
