import type { Mapping } from '../../shared/import/mapping.ts';
import type { ImportAnswer, ImportQuestion, Understood } from './importMessages.ts';

let last = 0;

/** Longer than any file of the allowed size takes; what takes longer was made to. */
const PATIENCE = 60_000;

/** Reads a file or a pasted text in a worker of its own, which ends with it. Rejects with a sentence. */
export function understand(
  source: Uint8Array | string,
  mapping: Mapping | null,
  title: string,
  signal: AbortSignal,
): Promise<Understood> {
  const worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module', name: 'import' });
  const question: ImportQuestion = { id: ++last, source, mapping, title };
  return new Promise<Understood>((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error('This file takes too long to read, so reading was stopped.')),
      PATIENCE,
    );
    const end = () => {
      clearTimeout(giveUp);
      worker.terminate();
    };
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    worker.addEventListener('error', () => {
      end();
      reject(new Error('The file could not be read. Reload the page and try again.'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<ImportAnswer>) => {
      end();
      if (data.status === 'read') resolve(data.understood);
      else reject(new Error(data.reason));
    });
    worker.postMessage(question);
  });
}
