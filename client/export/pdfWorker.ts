import { exportPdf } from '../../shared/export/exportPdf.ts';
import { fromPlainMap } from '../../shared/export/plainMap.ts';
import { createTextEngine } from '../../shared/text/engine.ts';
import { browserTextResources } from './browserTextResources.ts';
import type { PdfAnswer, PdfRequest } from './pdfMessages.ts';

/** Makes one PDF after the other, away from the page, which stays free for people who type. */
const engine = createTextEngine(browserTextResources());
// Whoever asks first hears of it; without anybody asking it is no news.
engine.catch(() => undefined);

const answer = (message: PdfAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.addEventListener('message', async ({ data }: MessageEvent<PdfRequest>) => {
  try {
    const text = await engine;
    answer({ status: 'working', done: 0.1 });
    const { date, language, sheet } = data;
    const findings = data.findings.map((finding) => ({ ...finding, fix: null }));
    const bytes = await exportPdf(fromPlainMap(data.map), findings, {
      engine: text,
      date,
      language,
      sheet,
      onProgress: (done) => answer({ status: 'working', done: 0.1 + 0.9 * done }),
    });
    const own = new Uint8Array(bytes);
    answer({ status: 'done', bytes: own, missing: text.missing() }, [own.buffer]);
  } catch (error) {
    answer({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
});
