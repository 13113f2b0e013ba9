// Runs one benchmark of this folder: `node tests/bench/run.mjs rooms`. TypeScript as it is, through Vite.
import { join } from 'node:path';
import { runnerImport } from 'vite';

const [name = 'rooms'] = process.argv.slice(2);
await runnerImport(join(import.meta.dirname, `${name}.ts`), {
  configFile: false,
  root: join(import.meta.dirname, '..', '..'),
});
