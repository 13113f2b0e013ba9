import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { nodeTextResources } from '../../server/export/resources.ts';
import { exportPdf, pagesScene } from '../../shared/export/exportPdf.ts';
import { paintJson } from '../../shared/export/json/paintJson.ts';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import { readMap } from '../../shared/model/readMap.ts';
import { createTextEngine, type TextResources } from '../../shared/text/engine.ts';
import { readPdf } from '../shared/export/readPdf.ts';
import { haveTools, pdfText, qpdfComplaints } from '../shared/export/tools.ts';
import { findBrowser } from '../support/findBrowser.mjs';
import { scenePage } from './scenePage.ts';
import { scriptsMap } from './scriptsMap.ts';

/**
 * What a PDF of 200 touchpoints in twelve scripts costs, page by page, beside Chromium's own print and the way others go:
 * a photograph of every page put into jsPDF. All three draw the same pages in the same run, so the ratios hold on any
 * machine. Run with: npm run bench:export (it installs jsPDF and html-to-image into a folder of their own, for this run).
 */
const root = join(import.meta.dirname, '..', '..');
const date = '2026-11-14';
/** An overview, then as many stages a page as stay legible, then every gap. */
const options = { date, sheet: 'a4' } as const;
const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
const ms = (value: number) => `${Math.round(value)} ms`;
const kb = (bytes: number) => `${Math.round(bytes / 1024)} KB`;

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; took: number }> {
  const started = performance.now();
  const result = await work();
  return { result, took: performance.now() - started };
}

/** Fonts as a build leaves them: unpacking those of the packages takes ten times as long as drawing with them. */
function builtResources(): TextResources {
  const assets = join(root, 'dist', 'client', 'assets');
  const fonts = readdirSync(assets, { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name.startsWith('export-'),
  );
  if (!fonts) throw new Error('Build first: npm run build');
  const loadFile = async (name: string) => new Uint8Array(readFileSync(join(assets, fonts.name, name)));
  return { ...nodeTextResources(), loadFile };
}

/** The built command line as a process: its whole time, and the most memory it had. */
async function coldProcess(name: string, touchpoints: number, latin = false) {
  const from = join(folder, `${name}.json`);
  const to = join(folder, `${name}.pdf`);
  writeFileSync(from, paintJson(readMap(scriptsMap(touchpoints, latin))));
  const started = performance.now();
  const cli = join(root, 'dist', 'server', 'cli.js');
  const child = spawn(process.execPath, [cli, 'export', from, '--to', to, '--page', 'a4'], {
    stdio: 'inherit',
  });
  let memory = 0;
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended, or this system does not tell.
    }
  }, 10);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  return { took: performance.now() - started, memory, size: statSync(to).size };
}

// 1. Our own way: in one process, first cold with every font to open, then warm.
const map = readMap(scriptsMap(200));
const findings = findGaps(map, date);
const own = await timed(async () => {
  const engine = await createTextEngine(builtResources());
  return { engine, bytes: await exportPdf(map, findings, { ...options, engine }) };
});
const { engine, bytes } = own.result;
const pdf = readPdf(bytes);
const seen = haveTools ? pdfText(bytes).replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '') : '';
const titles = map.touchpoints.list.map(({ title }) => title.replace(/\s/g, ''));
const share = (text: string) => (titles.filter((title) => text.includes(title)).length / titles.length).toFixed(3);
console.log(`own: ${pdf.pages.length} pages, cold ${ms(own.took)}, ${kb(bytes.length)}`);
if (haveTools) console.log(`own: titles found by poppler, strictly: ${share(seen)}`);
console.log(
  `own: pictures ${pdf.having('/Subtype /Image').length}, Type 3 fonts ${pdf.having('/Subtype /Type3').length}, fonts without a file ${pdf.having('/Type /FontDescriptor').filter((font) => !/\/FontFile/.test(font)).length}${haveTools ? `, qpdf ${qpdfComplaints(bytes) || 'clean'}` : ''}`,
);
for (const [name, count, latin] of [
  ['200 in 12 scripts', 200, false],
  ['200 in Latin letters', 200, true],
  ['1,000 in 12 scripts', 1000, false],
] as const) {
  const { took, memory, size } = await coldProcess(name.replace(/\W+/g, '-'), count, latin);
  console.log(
    `command line, ${name}: ${ms(took)} with the start of the process, ${kb(size)}, at most ${Math.round(memory)} MB`,
  );
}

// 2. The same pages as a web page, with the same fonts.
const scene = await pagesScene(map, findings, { ...options, engine });
const families = ['arabic', 'hebrew', 'devanagari', 'sc', 'jp', 'kr'].map(
  (script) => `@fontsource/noto-sans-${script}`,
);
const styles = ['inter-ui/inter.css', ...families.map((name) => `${name}/400.css`), '@fontsource/noto-emoji/400.css'];
const page = scenePage(
  scene,
  styles.map((style) => `/node_modules/${style}`),
);
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
const web = createServer((request, response) => {
  const path = (request.url ?? '/').replace(/\?.*$/, '');
  const file = path.startsWith('/peers/') ? join(folder, 'node_modules', path.slice(7)) : join(root, path);
  if (path === '/') return response.setHeader('content-type', 'text/html').end(page);
  if (!/^\/(node_modules|peers)\//.test(path) || path.includes('..') || !existsSync(file))
    return response.writeHead(404).end();
  return response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(readFileSync(file));
});
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
const address = web.address();
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
const executablePath = findBrowser();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
try {
  const tab = await browser.newPage();
  await tab.goto(url);
  await tab.evaluate(() => document.fonts.ready);
  // In turns, and the best of each: what else the machine does then hits both alike, and neither at its best.
  const [warm, prints]: [number[], number[]] = [[], []];
  let printed = 0;
  for (let round = 0; round < 6; round++) {
    warm.push((await timed(() => exportPdf(map, findings, { ...options, engine }))).took);
    // The browser is open and has the fonts; what it has to do for every map is to load its pages and print them.
    const { result, took } = await timed(async () => {
      await tab.goto(url);
      await tab.evaluate(() => document.fonts.ready);
      return tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    });
    prints.push(took);
    printed = result.length;
  }
  const best = Math.min(...warm);
  const print = Math.min(...prints);
  console.log(`own, warm: ${ms(best)}, ${kb(bytes.length)}`);
  console.log(`Chromium's print: ${ms(print)}, ${kb(printed)}: ${(print / best).toFixed(1)} times as long as ours`);

  // 3. A photograph of every page in a PDF, as peers do it.
  execFileSync(
    'npm',
    ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, 'jspdf@4.2.1', 'html-to-image@1.11.13'],
    { stdio: 'ignore' },
  );
  await tab.addScriptTag({ url: `${url}peers/jspdf/dist/jspdf.umd.min.js` });
  await tab.addScriptTag({ url: `${url}peers/html-to-image/dist/html-to-image.js` });
  const photographed = await timed(() =>
    tab.evaluate(async () => {
      // Globals of the two scripts that were just loaded.
      const { htmlToImage, jspdf } = window as unknown as {
        htmlToImage: { toJpeg(node: Element, options: object): Promise<string> };
        jspdf: {
          jsPDF: new (
            options: object,
          ) => { addImage(...values: unknown[]): void; addPage(): void; output(kind: string): ArrayBuffer };
        };
      };
      const file = new jspdf.jsPDF({ orientation: 'landscape', unit: 'pt', format: 'a4' });
      for (const [index, section] of [...document.querySelectorAll('section')].entries()) {
        const image = await htmlToImage.toJpeg(section, { pixelRatio: 2, quality: 0.9 });
        if (index > 0) file.addPage();
        file.addImage(image, 'JPEG', 0, 0, 841.89, 595.28);
      }
      return file.output('arraybuffer').byteLength;
    }),
  );
  console.log(
    `bitmaps in jsPDF: ${ms(photographed.took)}, ${kb(photographed.result)}, no text: ${(photographed.took / best).toFixed(1)} times as long as ours`,
  );
} finally {
  await browser.close();
  web.close();
  rmSync(folder, { recursive: true, force: true });
}
