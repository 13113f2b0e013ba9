import { Worker } from 'node:worker_threads';
import type { Tasks } from './tasks.ts';

export interface TaskRequest {
  readonly id: number;
  readonly name: keyof Tasks;
  readonly input: unknown;
}

export type TaskAnswer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

type Input<N extends keyof Tasks> = Parameters<Tasks[N]>[0];
type Result<N extends keyof Tasks> = Awaited<ReturnType<Tasks[N]>>;

interface Call {
  readonly request: TaskRequest;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  call: Call | null;
}

/** How long an idle thread is kept, in milliseconds: each holds some tens of megabytes. */
const IDLE = 30_000;

/** A few threads, started when there is work; a thread that dies takes only its own task with it. */
export class TaskPool {
  readonly #url: URL;
  readonly #size: number;
  readonly #idle: number;
  readonly #threads = new Set<Thread>();
  readonly #queue: Call[] = [];
  #last = 0;
  #stopped = false;

  /** `url`: the built form of `worker.ts`. */
  constructor(url: URL, size: number, idle = IDLE) {
    this.#url = url;
    this.#size = size;
    this.#idle = idle;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  get running(): number {
    return [...this.#threads].filter(({ call }) => call !== null).length;
  }

  run<N extends keyof Tasks>(name: N, input: Input<N>): Promise<Result<N>> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new Error('the server is stopping'));
      const request = { id: ++this.#last, name, input };
      // The thread answers with what the task of this name returned.
      this.#queue.push({ request, resolve: (result) => resolve(result as Result<N>), reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const call of this.#queue.splice(0)) call.reject(new Error('the server is stopping'));
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    const idle = [...this.#threads].find(({ call }) => call === null);
    const thread = idle ?? (this.#threads.size < this.#size ? this.#start() : null);
    const call = thread && this.#queue.shift();
    if (!call) return;
    thread.call = call;
    thread.worker.ref();
    thread.worker.postMessage(call.request);
  }

  #start(): Thread {
    const worker = new Worker(this.#url);
    const thread: Thread = { worker, call: null };
    let idle: NodeJS.Timeout | undefined;
    const finish = (settle: (call: Call) => void) => {
      const { call } = thread;
      thread.call = null;
      worker.unref();
      clearTimeout(idle);
      idle = setTimeout(() => {
        if (thread.call) return;
        // Ending takes a while; a task given to this thread meanwhile would end with it.
        this.#threads.delete(thread);
        void worker.terminate();
      }, this.#idle);
      idle.unref();
      if (call) settle(call);
      this.#next();
    };
    worker.on('message', (answer: TaskAnswer) => {
      finish((call) => (answer.ok ? call.resolve(answer.result) : call.reject(new Error(answer.message))));
    });
    worker.on('error', (error) => {
      this.#threads.delete(thread);
      finish((call) => call.reject(error));
    });
    worker.on('exit', () => {
      this.#threads.delete(thread);
      finish((call) => call.reject(new Error('the thread that did this has ended')));
      clearTimeout(idle);
    });
    this.#threads.add(thread);
    return thread;
  }
}
