import { parentPort } from 'node:worker_threads';
import type { TaskAnswer, TaskRequest } from './taskPool.ts';
import { tasks } from './tasks.ts';

/** A thread that does one task after the other. */
if (!parentPort) throw new Error('this file runs as a worker thread');
const port = parentPort;

port.on('message', async ({ id, name, input }: TaskRequest) => {
  let answer: TaskAnswer;
  try {
    // The pool's `run` checked that the input belongs to the name.
    const task = tasks[name] as (input: unknown) => unknown;
    answer = { id, ok: true, result: await task(input) };
  } catch (error) {
    answer = { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(answer);
});
