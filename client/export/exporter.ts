import type { ExportRequest } from '../../shared/export/exportMap.ts';
import { FORMATS } from '../../shared/export/formats.ts';
import { toPlainMap } from '../../shared/export/plainMap.ts';
import type { Finding } from '../../shared/gaps/findGaps.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { Preview, SentMap, WorkerAnswer, WorkerQuestion } from './exportMessages.ts';

export interface MadeFile {
  readonly blob: Blob;
  /** Characters that no font has: drawn as boxes, and still found by searching. Worth a word to whoever exported. */
  readonly missing: readonly string[];
}

/** A map as it is now, ready to be sent as often as choices change. */
export function mapToSend(map: MapSnapshot, findings: readonly Finding[]): SentMap {
  return { map: toPlainMap(map), findings: findings.map(({ fix: _, ...finding }) => finding) };
}

/**
 * Makes a file in a worker: nothing is uploaded and nothing here waits. The same map, findings and date give the same
 * file as on the server. Aborting stops the worker at once; the promise rejects with the signal's reason.
 */
export async function makeFile(
  sent: SentMap,
  request: ExportRequest,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<MadeFile> {
  const answer = await ask({ id: ++last, kind: 'file', sent, request }, onProgress, signal);
  if (answer.status !== 'file') throw new Error(notStarted);
  return { blob: new Blob([answer.bytes], { type: FORMATS[request.format].type }), missing: answer.missing };
}

/** What the file will look like. A preview that is asked for after it takes its place: this one then never comes. */
export async function makePreview(
  sent: SentMap,
  request: ExportRequest,
  page: number,
  signal: AbortSignal,
): Promise<Preview> {
  const answer = await ask({ id: ++last, kind: 'preview', sent, request, page }, () => undefined, signal, true);
  if (answer.status !== 'preview') throw new Error(notStarted);
  return answer.preview;
}

let last = 0;
let worker: Worker | null = null;
let asking = 0;
let idle: number | undefined;

/** How long a worker with its open fonts waits for the next export, in milliseconds. */
const patience = 60_000;

function stopWorker(): void {
  worker?.terminate();
  worker = null;
}

/** @param keepWorker whether aborting only stops listening, because the work is short and its fonts are worth keeping */
function ask(
  question: WorkerQuestion,
  onProgress: (done: number) => void,
  signal: AbortSignal,
  keepWorker = false,
): Promise<WorkerAnswer> {
  if (signal.aborted) return Promise.reject(signal.reason);
  clearTimeout(idle);
  asking++;
  worker ??= new Worker(new URL('./exportWorker.ts', import.meta.url), { type: 'module', name: 'export' });
  const asked = worker;
  const listening = new AbortController();
  const finished = new Promise<WorkerAnswer>((resolve, reject) => {
    /** Ends the worker: it may be in any state, and the next export starts with a new one. */
    const giveUp = (reason: unknown) => {
      if (worker === asked && !(keepWorker && signal.aborted)) stopWorker();
      reject(reason);
    };
    const options = { signal: listening.signal };
    signal.addEventListener('abort', () => giveUp(signal.reason), options);
    asked.addEventListener('error', () => giveUp(new Error(notStarted)), options);
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<WorkerAnswer>) => {
        if (data.id !== question.id) return;
        if (data.status === 'working') onProgress(data.done);
        else if (data.status === 'failed') giveUp(new Error(data.reason));
        else resolve(data);
      },
      options,
    );
    asked.postMessage(question);
  });
  return finished.finally(() => {
    listening.abort();
    asking--;
    clearTimeout(idle);
    if (asking === 0) idle = window.setTimeout(stopWorker, patience);
  });
}

const notStarted = 'The export could not be started. Reload the page and try again.';
