import { type ChildProcess, spawn } from 'node:child_process';
import { builtServer } from './builtServer.ts';
import { afterwards } from './testServer.ts';
import { ownerOf, type TestVisitor } from './visitor.ts';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly url: string;
  /** Whoever makes maps here. */
  readonly visitor: TestVisitor;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  errors(): string;
  kill(signal: NodeJS.Signals): Promise<number | string>;
}

/** The built server as a process of its own; resolves when it says that it is ready, rejects when it ends before. */
export async function startProcess(variables: Record<string, string>): Promise<ServerProcess> {
  const { main } = await builtServer();
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  afterwards(() => kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (data) => {
      output += data;
      const address = /ready at (http:\S+)\n/.exec(output)?.[1];
      if (address) resolve(address);
    });
    ended.then((how) => reject(new EndedEarly(how, errors)));
  });
  const visitor = ownerOf(variables.DATA_DIR ?? url, url);
  return { process: child, url, visitor, ended, errors: () => errors, kill };
}

/** The server did not start; `errors` is what it said. */
export class EndedEarly extends Error {
  readonly how: number | string;
  readonly errors: string;

  constructor(how: number | string, errors: string) {
    super(`the server ended with ${how}: ${errors}`);
    this.how = how;
    this.errors = errors;
  }
}
