import { exportMap, pictureOf } from '../../shared/export/exportMap.ts';
import { pagesScene } from '../../shared/export/exportPdf.ts';
import { smallestText } from '../../shared/export/legibility.ts';
import { fromPlainMap } from '../../shared/export/plainMap.ts';
import type { SceneDocument } from '../../shared/export/scene.ts';
import type { Finding } from '../../shared/gaps/findGaps.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { createTextEngine, type TextEngine } from '../../shared/text/engine.ts';
import { browserTextResources } from './browserTextResources.ts';
import type { Preview, WorkerAnswer, WorkerQuestion } from './exportMessages.ts';

/** Makes one file after the other, away from the page, which stays free for people who type. */
let opened: Promise<TextEngine> | null = null;

function engine(): Promise<TextEngine> {
  opened ??= createTextEngine(browserTextResources()).catch((error: unknown) => {
    opened = null; // the network may be back next time
    throw error;
  });
  return opened;
}

const answer = (message: WorkerAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

/** One after the other: two at once would only share one processor. */
let turn: Promise<void> = Promise.resolve();
/** A preview that was asked for before another one is of no interest any more. */
let newestPreview = 0;

self.addEventListener('message', ({ data }: MessageEvent<WorkerQuestion>) => {
  if (data.kind === 'preview') newestPreview = data.id;
  turn = turn.then(() => reply(data));
});

async function reply(question: WorkerQuestion): Promise<void> {
  const { id, sent, request } = question;
  // Questions that came meanwhile are waiting to be heard.
  await new Promise((resolve) => setTimeout(resolve));
  if (question.kind === 'preview' && id !== newestPreview) return;
  try {
    const map = fromPlainMap(sent.map);
    const findings = sent.findings.map((finding) => ({ ...finding, fix: null }));
    if (question.kind === 'preview') {
      const preview = await previewOf(map, findings, question);
      answer({ id, status: 'preview', preview }, preview.kind === 'page' ? [preview.png.buffer] : []);
      return;
    }
    const onProgress = (done: number) => answer({ id, status: 'working', done });
    const bytes = new Uint8Array(await exportMap(map, findings, request, { engine, onProgress }));
    const missing = opened === null ? [] : (await opened).missing();
    answer({ id, status: 'file', bytes, missing }, [bytes.buffer]);
  } catch (error) {
    answer({ id, status: 'failed', reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Enough to see what it is. */
const SHOWN_TEXT = 4_000;

async function previewOf(
  map: MapSnapshot,
  findings: readonly Finding[],
  { request, page }: Extract<WorkerQuestion, { kind: 'preview' }>,
): Promise<Preview> {
  const { format, transparent = false } = request;
  switch (format) {
    case 'pdf':
      return pageOf(await pagesScene(map, findings, { ...request, engine: await engine() }), page, true, false);
    case 'svg':
    case 'png':
      return pageOf((await pictureOf(map, findings, request, { engine })).scene, 0, false, transparent);
    case 'pptx':
    case 'xlsx':
      return { kind: 'none' };
    case 'csv':
    case 'json':
    case 'mermaid':
    case 'md': {
      const bytes = await exportMap(map, findings, request, { engine });
      const text = new TextDecoder().decode(bytes.subarray(0, SHOWN_TEXT));
      return { kind: 'text', text, whole: bytes.length <= SHOWN_TEXT };
    }
    default:
      return format satisfies never;
  }
}

/** Pixels of CSS in a point. */
const CSS_PIXELS = 96 / 72;
/** Twice what a page is shown in at most, for sharp screens. */
const SHARP = 2;
const LONGEST_SIDE = 1_800;

async function pageOf(scene: SceneDocument, asked: number, isPrint: boolean, transparent: boolean): Promise<Preview> {
  const page = Math.min(asked, scene.pages.length - 1);
  const shown = scene.pages[page];
  if (shown === undefined) return { kind: 'none' };
  const { width, height } = shown;
  const pixels = Math.min(SHARP * CSS_PIXELS, LONGEST_SIDE / Math.max(width, height));
  const { paintPng } = await import('../../shared/export/png/paintPng.ts');
  return {
    kind: 'page',
    png: new Uint8Array(paintPng(shown, { pixels, transparent })),
    density: pixels / CSS_PIXELS,
    page,
    pages: scene.pages.length,
    width,
    height,
    smallest: isPrint ? smallestText(scene) : null,
  };
}
