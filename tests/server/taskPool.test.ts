import { Worker } from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { TaskPool } from '../../server/tasks/taskPool.ts';
import { afterwards } from '../support/testServer.ts';

/** Answers every task at once. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id }) => parentPort.postMessage({ id, ok: true, result: id }));
  `)}`,
);

it('a task that comes while an idle thread is being ended is done by another', async () => {
  const pool = new TaskPool(thread, 1, 20);
  afterwards(() => pool.stop());
  const end = Worker.prototype.terminate;
  let late: Promise<unknown> | undefined;
  const ending = new Promise<void>((resolve) => {
    vi.spyOn(Worker.prototype, 'terminate').mockImplementationOnce(function (this: Worker) {
      const ended = end.call(this);
      late = pool.run('presentUpdate', { id: 'late', update: new Uint8Array() });
      resolve();
      return ended;
    });
  });
  await pool.run('presentUpdate', { id: 'first', update: new Uint8Array() });
  await ending;
  expect(await late).toBe(2);
});
