import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { figuresOf, pause } from '../rooms/figures.ts';
import type { Contestant, Opened } from './contestants.ts';
import { drag, pan, zoomThereAndBack } from './gestures.ts';
import { type Smoothness, smoothness } from './recorder.ts';

/** A line of the table. */
export interface Row {
  readonly title: string;
  readonly goal: string;
  /** The figures of one contestant; null where there is nothing to compare. */
  measure(contestant: Contestant): Promise<readonly number[] | null>;
  words(figures: readonly number[]): string;
}

const MOVE_MS = 3000;
const OPENINGS = 5;
const LETTERS = 60;
const CROWD = 28;
/** Pixels of a map seen whole, and at reading size, from one frame to the next. */
const SLOW = 6;
const QUICK = 24;
const READING = 1;

type Movement = (opened: Opened) => Promise<unknown>;
type Figures = (smooth: Smoothness) => readonly number[];

const frames: Figures = ({ fps, p95 }) => [fps, p95];
const whole = (contestant: Contestant) => contestant.openWhole();
const near = (contestant: Contestant) => contestant.open();

const framesWords = ([fps = 0, p95 = 0]: readonly number[]) => `${fps.toFixed(0)}; ${p95.toFixed(0)} ms`;

/** A row that opens a page, lets everything settle, and looks how smooth a movement is. */
function moving(
  title: string,
  goal: string,
  open: (contestant: Contestant) => Promise<Opened>,
  move: Movement,
  pick: Figures = frames,
  words: Row['words'] = framesWords,
): Row {
  return {
    title,
    goal,
    words,
    async measure(contestant) {
      const opened = await open(contestant);
      await pause(SETTLED_MS);
      const smooth = await smoothness(opened.page, opened.cdp, () => move(opened));
      await opened.close();
      return pick(smooth);
    },
  };
}

const SETTLED_MS = 2500;

const others: Movement = async ({ changeFields }) => {
  const end = await changeFields(20);
  await pause(2 * MOVE_MS);
  await end();
};
const busyFrames: Figures = ({ p95, busy }) => [p95, busy];
const busyFramesWords = ([p95 = 0, busy = 0]: readonly number[]) => `${p95.toFixed(0)} ms; ${(busy * 100).toFixed(0)}%`;

export const rows: Record<string, Row> = {
  opening: {
    title: 'cold, from navigation to all visible cards',
    goal: '0.5x, 600 ms',
    words: ([median = 0]) => `${median.toFixed(0)} ms`,
    async measure(contestant) {
      const times: number[] = [];
      for (let round = 0; round < OPENINGS; round++) {
        const { page, close } = await contestant.open();
        times.push(await page.evaluate(() => window.bench.record.drawnAt));
        await close();
      }
      return [figuresOf(times).p50];
    },
  },
  panningWhole: moving('panning, whole map in view', '58; 17 ms', whole, ({ cdp, middle }) =>
    pan(cdp, middle, MOVE_MS, SLOW),
  ),
  zooming: moving('zooming, whole map to reading size and back', '50; 34 ms', whole, ({ cdp, middle, zoom }) =>
    zoomThereAndBack(cdp, middle, MOVE_MS, READING / zoom),
  ),
  panning: moving('panning at reading size', '59; 17 ms', near, ({ cdp, middle }) => pan(cdp, middle, MOVE_MS, QUICK)),
  crowd: {
    title: 'the same, 28 others pointing and dragging',
    goal: '58; 17 ms',
    words: ([fps = 0, p95 = 0, busy = 0]) => `${framesWords([fps, p95])}; ${(busy * 100).toFixed(0)}%`,
    async measure(contestant) {
      const opened = await contestant.open();
      const end = await opened.gather?.(CROWD);
      await pause(SETTLED_MS);
      const { page, cdp, middle, close } = opened;
      const { fps, p95, busy } = await smoothness(page, cdp, () => pan(cdp, middle, MOVE_MS, QUICK));
      end?.();
      await close();
      return end ? [fps, p95, busy] : null;
    },
  },
  others: moving('20 changes of others a second', '17 ms; 25%', near, others, busyFrames, busyFramesWords),
  othersWhole: moving('the same, whole map in view', '', whole, others, busyFrames, busyFramesWords),
  dragging: moving(
    'dragging one card',
    '59; busy 45%',
    near,
    ({ cdp, card }) => drag(cdp, card, MOVE_MS),
    ({ fps, busy }) => [fps, busy],
    ([fps = 0, busy = 0]) => `${fps.toFixed(0)}; ${(busy * 100).toFixed(0)}%`,
  ),
  panning3000: moving(
    '3,000 touchpoints: panning, all in view',
    '50',
    (contestant) => contestant.openWhole(3000),
    ({ cdp, middle }) => pan(cdp, middle, MOVE_MS, SLOW),
  ),
  typing: {
    title: 'typing in a title: key to paint, p50 and p95',
    goal: '32 ms',
    words: ([p95 = 0, p50 = 0]) => `${p50.toFixed(0)}; ${p95.toFixed(0)} ms`,
    async measure(contestant) {
      if (!contestant.type) return null;
      const opened = await contestant.open();
      await pause(SETTLED_MS);
      await contestant.type(opened, LETTERS);
      const keys = await opened.page.evaluate(() => window.bench.record.keys);
      await opened.close();
      const { p95, p50 } = figuresOf(keys);
      return [p95, p50];
    },
  },
  javascript: {
    title: 'JavaScript, gzip, until the map is drawn',
    goal: '300 kB',
    words: ([bytes = 0]) => `${(bytes / 1000).toFixed(0)} kB`,
    async measure(contestant) {
      const { page, close } = await contestant.open();
      const bytes = await scriptsUntilDrawn(page);
      await close();
      return [bytes];
    },
  },
};

/** What was asked for until then, as gzip makes it. */
async function scriptsUntilDrawn(page: Page): Promise<number> {
  const urls = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.js$/.test(name) && startTime < window.bench.record.completeAt)
      .map(({ name }) => name),
  );
  const bodies = await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()));
  return bodies.reduce((sum, body) => sum + gzipSync(new Uint8Array(body), { level: 9 }).length, 0);
}
