import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readEnvironment } from './environment.ts';
import { type RunningServer, serve } from './serve.ts';
import { StorageRefused } from './storage/storage.ts';

// Starts the server from the environment. What is wrong with it is said in sentences, and the exit code is 1.

/** After this an orderly stop is given up, in milliseconds. */
const LONGEST_STOP = 4_800;

const read = readEnvironment(process.env);
if (!read.ok) giveUp(...read.problems);
const { environment } = read;

const logger = pino({ level: environment.logLevel }, pino.destination({ dest: 1, sync: true }));
const pageFolder = fileURLToPath(new URL('../client', import.meta.url));
const beside = (file: string) => new URL(file, import.meta.url);

let server: RunningServer;
try {
  server = await serve({
    environment,
    logger,
    ownProcess: true,
    workers: { sqlite: beside('./sqliteWorker.js'), tasks: beside('./taskWorker.js') },
    // Where only the server was built there is no page; the interface works all the same.
    pageFolder: existsSync(pageFolder) ? pageFolder : null,
  });
} catch (error) {
  giveUp(sentenceFor(error));
}
process.stdout.write(`Throughline is ready at ${server.url}\n`);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => giveUp(sentenceFor(error)),
    );
  });
}

function giveUp(...sentences: string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function sentenceFor(error: unknown): string {
  if (error instanceof StorageRefused) return error.message;
  const { port, host } = environment;
  switch (error instanceof Error && 'code' in error && error.code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use by another program. Stop that one, or choose another port with PORT.`;
    case 'EACCES':
      return `Port ${port} on ${host} may not be used without more rights. Choose one from 1024 on with PORT.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose another with HOST, for example 127.0.0.1.`;
    default:
      return `Throughline could not start: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
