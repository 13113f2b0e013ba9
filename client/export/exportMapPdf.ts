import { toPlainMap } from '../../shared/export/plainMap.ts';
import type { SheetName } from '../../shared/export/sheet.ts';
import type { Finding } from '../../shared/gaps/findGaps.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { PdfAnswer, PdfRequest } from './pdfMessages.ts';

export interface ExportMapPdfOptions {
  /** Stands on the pages and in the file: ISO 8601. */
  readonly date: string;
  /** BCP 47 tag of texts whose letters do not tell their language; English when left out. */
  readonly language?: string;
  /** A3 when left out. */
  readonly sheet?: SheetName;
  /** Told from 0 to 1 how far it is. */
  readonly onProgress?: (done: number) => void;
  /** Aborting stops the worker at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

export interface MapPdf {
  readonly blob: Blob;
  /** Characters that no font has: drawn as boxes, and still found by searching. Worth a word to whoever exported. */
  readonly missing: readonly string[];
}

/**
 * Turns the map into a PDF in a worker: nothing is uploaded and nothing here waits. The same map, findings and date give
 * the same file as on the server. Rejects when fonts cannot be loaded or the signal aborts.
 */
export function exportMapPdf(
  map: MapSnapshot,
  findings: readonly Finding[],
  { date, language = 'en', sheet = 'a3', onProgress, signal }: ExportMapPdfOptions,
): Promise<MapPdf> {
  const copyable = findings.map(({ fix: _, ...finding }) => finding);
  const request: PdfRequest = { map: toPlainMap(map), findings: copyable, date, language, sheet };
  const work = turn.then(() => askWorker(request, onProgress, signal));
  turn = work.then(keepAWhile, keepAWhile);
  return work;
}

/** One export after the other: a second worker would open the same fonts again. */
let turn: Promise<void> = Promise.resolve();
let worker: Worker | null = null;
let idle: number | undefined;

/** How long a worker with its open fonts waits for the next export, in milliseconds. */
const patience = 60_000;

function keepAWhile(): void {
  clearTimeout(idle);
  idle = window.setTimeout(stopWorker, patience);
}

function stopWorker(): void {
  worker?.terminate();
  worker = null;
}

function askWorker(
  request: PdfRequest,
  onProgress: ExportMapPdfOptions['onProgress'],
  signal: AbortSignal | undefined,
): Promise<MapPdf> {
  if (signal?.aborted) return Promise.reject(signal.reason);
  clearTimeout(idle);
  worker ??= new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const asked = worker;
  const listening = new AbortController();
  const finished = new Promise<MapPdf>((resolve, reject) => {
    /** Ends the worker: it may be in any state, and the next export starts with a new one. */
    const giveUp = (reason: unknown) => {
      stopWorker();
      reject(reason);
    };
    const options = { signal: listening.signal };
    signal?.addEventListener('abort', () => giveUp(signal.reason), options);
    asked.addEventListener('error', () => giveUp(new Error(notStarted)), options);
    asked.addEventListener(
      'message',
      ({ data }: MessageEvent<PdfAnswer>) => {
        switch (data.status) {
          case 'working':
            onProgress?.(data.done);
            break;
          case 'done':
            resolve({ blob: new Blob([data.bytes], { type: 'application/pdf' }), missing: data.missing });
            break;
          case 'failed':
            giveUp(new Error(data.reason));
            break;
          default:
            data satisfies never;
        }
      },
      options,
    );
    asked.postMessage(request);
  });
  return finished.finally(() => listening.abort());
}

const notStarted = 'The export could not be started. Reload the page and try again.';
