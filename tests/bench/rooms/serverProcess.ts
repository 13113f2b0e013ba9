import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a process has used: bytes held, bytes in use after collecting, seconds of processor time of all its threads. */
export interface Cost {
  readonly rss: number;
  readonly used: number;
  readonly cpu: number;
}

const probe = pathToFileURL(join(import.meta.dirname, 'peers', 'probe.mjs')).href;

/** A server in a process of its own, asked from outside what it costs. */
export class ServerProcess {
  readonly #script: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #found: RegExpExecArray | null = null;

  static readonly all = new Set<ServerProcess>();

  /** Resolves when it says what `ready` matches; `found` is what that caught. */
  static async start(script: string, variables: Record<string, string>, ready: RegExp): Promise<ServerProcess> {
    const server = new ServerProcess(script, variables);
    await new Promise<void>((resolve, reject) => {
      let output = '';
      server.#child.stdout?.on('data', (data) => {
        output += data;
        server.#found ??= ready.exec(output);
        if (server.#found) resolve();
      });
      server.#ended.then(() => reject(new Error(`${script} ended before it was ready: ${output}`)));
    });
    return server;
  }

  private constructor(script: string, variables: Record<string, string>) {
    this.#script = script;
    this.#child = spawn(process.execPath, ['--expose-gc', '--import', probe, script], {
      env: { ...process.env, ...variables },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    ServerProcess.all.add(this);
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        ServerProcess.all.delete(this);
        resolve();
      });
    });
  }

  get found(): string {
    return this.#found?.[1] ?? '';
  }

  cost(collect = false): Promise<Cost> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (cost) => resolve(cost as Cost));
      this.#ended.then(() => reject(new Error(`${this.#script} ended`)));
      this.#child.send({ ask: 'cost', collect });
    });
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#child.kill(signal);
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 6_000);
    await this.#ended;
    clearTimeout(late);
  }
}
