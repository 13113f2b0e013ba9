import type { CDPSession } from 'playwright-core';

// Movements as a mouse or a touchpad sends them: sixty events a second, whether the page keeps up or not.

const EVENT_MS = 1000 / 60;

async function everyFrame(ms: number, send: (progress: number) => Promise<unknown>): Promise<void> {
  const started = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let event = 0; event * EVENT_MS < ms; event++) {
    const wait = started + event * EVENT_MS - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send((event * EVENT_MS) / ms));
  }
  await Promise.all(sent);
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const CONTROL = 2;

/** There and back, by so many pixels each way. */
export const pan = (cdp: CDPSession, at: Spot, ms: number, step: number): Promise<void> =>
  everyFrame(ms, (progress) => {
    const delta = progress < 0.5 ? step : -step;
    return cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: delta, deltaY: delta / 4 });
  });

/** Nearer by a factor, and back. */
export const zoomThereAndBack = (cdp: CDPSession, at: Spot, ms: number, factor: number): Promise<void> => {
  // A pinch turns the wheel by so much, each unit of which doubles the size by a fiftieth.
  const step = (Math.log2(factor) * 50) / (ms / 2 / EVENT_MS);
  return everyFrame(ms, (progress) =>
    cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...at,
      deltaX: 0,
      deltaY: progress < 0.5 ? -step : step,
      modifiers: CONTROL,
    }),
  );
};

/** Takes hold, goes around in circles, and lets go where it began. */
export async function drag(cdp: CDPSession, at: Spot, ms: number): Promise<void> {
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', { x, y }: Spot, buttons: number) =>
    cdp.send('Input.dispatchMouseEvent', { type, x, y, button: buttons ? 'left' : 'none', buttons, clickCount: 1 });
  await mouse('mouseMoved', at, 0);
  await mouse('mousePressed', at, 1);
  await everyFrame(ms, (progress) => {
    const angle = progress * 4 * Math.PI;
    return mouse('mouseMoved', { x: at.x + 160 * Math.sin(angle), y: at.y + 120 * (1 - Math.cos(angle)) }, 1);
  });
  await mouse('mouseMoved', at, 1);
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseReleased',
    ...at,
    button: 'left',
    buttons: 0,
    clickCount: 1,
  });
}
