import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../support/findBrowser.mjs';
import { serveApp } from '../support/serveApp.ts';
import { newGuest } from '../support/visitor.ts';
import { type Contestant, editor, reference } from './canvas/contestants.ts';
import { REFERENCES, serveReferences } from './canvas/references.ts';
import { type Row, rows } from './canvas/rows.ts';
import { benchMap } from './canvas/scene.ts';
import { print } from './rooms/figures.ts';

/**
 * How fast and how smooth the editor is, beside the same cards and hand-offs in plain React Flow, as plain elements, and
 * painted on one canvas; all in the same run, so the ratios hold on any machine. The editor is the whole one, as it is
 * built: from the real server, with its document, its panel and its gaps. `npm run bench:canvas`, or some rows of it
 * with `npm run bench:canvas -- opening typing`. BENCH_PEERS=no leaves the references out.
 */
const SIZES = [1000, 3000];
const VIEWPORT = { width: 1440, height: 900 };

const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
const chosen = process.argv.slice(3).filter((name) => name in rows);
const names = chosen.length > 0 ? chosen : Object.keys(rows);
const maps = new Map(SIZES.map((size) => [size, benchMap(size)]));

const app = await serveApp();
const references = await serveReferences(folder, new Map([...maps].map(([size, { scene }]) => [size, scene])));
const executablePath = findBrowser();
const browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath ? { executablePath } : {}) });
try {
  const owner = await newGuest(app.url);
  const ids = new Map<number, string>();
  for (const [size, { map }] of maps) {
    const { id }: { id: string } = await owner.expect('POST', '/api/import?title=Bench', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(map),
    });
    ids.set(size, id);
  }
  print(`Node ${process.version}, Chromium ${browser.version()}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n`);
  const load = loadavg()[0] ?? 0;
  if (load > 0.5) print(`The machine is busy (load ${load.toFixed(1)}): all figures are worse than they need be.\n`);

  const ours = await editor({ browser, viewport: VIEWPORT, owner, ids });
  const contestants: Contestant[] = [ours];
  if (process.env.BENCH_PEERS !== 'no') {
    for (const [name, page] of Object.entries(REFERENCES)) {
      contestants.push(reference({ browser, name, page, url: references.url, like: ours, maps }));
    }
  }
  const width = Math.max(...Object.values(rows).map(({ title }) => title.length)) + 2;
  print(`${'1,000 touchpoints, 500 hand-offs'.padEnd(width)}${'goal'.padEnd(16)}`);
  for (const { name } of contestants) print(name.padEnd(20));
  print('\n');
  for (const name of names) await measured(rows[name] as Row, contestants, width);
} finally {
  await browser.close();
  references.close();
  await app.dispose();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);

/** A line of the table: each one's figures, and how the first of them compare with ours. */
async function measured(
  { title, goal, measure, words }: Row,
  all: readonly Contestant[],
  width: number,
): Promise<void> {
  print(`${title.padEnd(width)}${goal.padEnd(16)}`);
  let ours: readonly number[] | null = null;
  for (const contestant of all) {
    const figures = await measure(contestant);
    const [mine, theirs] = [ours?.[0], figures?.[0]];
    const ratio = mine !== undefined && theirs !== undefined ? ` (${(mine / theirs).toFixed(2)}x)` : '';
    print((figures ? `${words(figures)}${ratio}` : '-').padEnd(20));
    ours ??= figures;
  }
  print('\n');
}
