import type { CDPSession, Page } from 'playwright-core';
import { figuresOf } from '../rooms/figures.ts';

/** What a person sees of a movement, and what the page does for it. */
export interface Smoothness {
  /** Frames a second. */
  readonly fps: number;
  /** Milliseconds of which 95 of 100 frames take no more. */
  readonly p95: number;
  /** Share of the time in which the main thread is at work. */
  readonly busy: number;
}

/** Left in every page: frames, keys and when all cards were there. Goes into the page as text, so it stands alone. */
export function recorder(selector: string, expected: number): void {
  const bench = { frames: [] as number[], keys: [] as number[], completeAt: 0, drawnAt: 0 };
  let recording = false;
  let last = 0;
  const afterPaint = (act: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(null);
    });
  const frame = (now: number) => {
    if (!recording) return;
    if (last > 0) bench.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  const isDrawn = () => {
    if (window.drawn) return true;
    const cards = document.querySelectorAll(selector);
    const ends = [cards[0], cards[cards.length - 1]];
    const visible = (card?: Element) =>
      card && card.getBoundingClientRect().width > 0 && getComputedStyle(card).visibility === 'visible';
    return cards.length >= expected && ends.every(visible);
  };
  const look = () => {
    if (!isDrawn()) return void requestAnimationFrame(look);
    bench.completeAt = performance.now();
    afterPaint(() => {
      bench.drawnAt = performance.now();
    });
  };
  if (expected > 0) look();
  addEventListener('keydown', (event) => afterPaint(() => bench.keys.push(performance.now() - event.timeStamp)), true);
  Object.assign(window, {
    bench: {
      ...{ record: bench },
      start() {
        bench.frames.length = 0;
        last = 0;
        recording = true;
        requestAnimationFrame(frame);
      },
      stop() {
        recording = false;
        return bench.frames;
      },
    },
  });
}

interface Recording {
  readonly record: { readonly keys: number[]; readonly completeAt: number; readonly drawnAt: number };
  start(): void;
  stop(): number[];
}

declare global {
  interface Window {
    bench: Recording;
    drawn?: boolean;
  }
}

/** How smooth the page is while something goes on. */
export async function smoothness(page: Page, cdp: CDPSession, act: () => Promise<unknown>): Promise<Smoothness> {
  const before = await taskTime(cdp);
  await page.evaluate(() => window.bench.start());
  await act();
  const frames = await page.evaluate(() => window.bench.stop());
  const after = await taskTime(cdp);
  const time = frames.reduce((sum, frame) => sum + frame, 0);
  return {
    fps: (frames.length / time) * 1000,
    p95: figuresOf(frames).p95,
    busy: (after.tasks - before.tasks) / (after.clock - before.clock),
  };
}

async function taskTime(cdp: CDPSession): Promise<{ tasks: number; clock: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { tasks: metric('TaskDuration'), clock: metric('Timestamp') };
}
