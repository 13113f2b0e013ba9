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
  if (signal?.aborted) return Promise.reject(signal.reason);
  const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module', name: 'pdf' });
  const finished = new Promise<MapPdf>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.addEventListener('error', () =>
      reject(new Error('The export could not be started. Reload the page and try again.')),
    );
    worker.addEventListener('message', ({ data }: MessageEvent<PdfAnswer>) => {
      switch (data.status) {
        case 'working':
          onProgress?.(data.done);
          break;
        case 'done':
          resolve({ blob: new Blob([data.bytes], { type: 'application/pdf' }), missing: data.missing });
          break;
        case 'failed':
          reject(new Error(data.reason));
          break;
        default:
          data satisfies never;
      }
    });
    const copyable = findings.map(({ fix: _, ...finding }) => finding);
    const request: PdfRequest = { map: toPlainMap(map), findings: copyable, date, language, sheet };
    worker.postMessage(request);
  });
  return finished.finally(() => worker.terminate());
}
