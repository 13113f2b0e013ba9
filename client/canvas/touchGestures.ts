import { idOf } from '../../shared/model/ids.ts';
import type { Canvas } from './canvasContext.ts';
import { clickPane, linkStep, openOrAdd } from './clicks.ts';
import { dragCards } from './dragCards.ts';
import { dragHeader } from './dragHeader.ts';
import { drawHandoff } from './drawHandoff.ts';
import { resetSize, resizeHeader } from './resizeHeader.ts';
import type { Spot } from './spots.ts';
import { isResizeEdge } from './underPointer.ts';
import { sameItem, useView } from './viewStore.ts';

const LONG_PRESS_MS = 380;
const DOUBLE_TAP_MS = 320;
/** A finger never holds quite still. */
const SLACK = 9;

let lastTap = { at: 0, key: '' };

/** Whether a tap is the second one at the same place. */
function isSecond(at: number, key: string): boolean {
  const again = lastTap.key === key && at - lastTap.at < DOUBLE_TAP_MS;
  lastTap = { at, key };
  return again;
}

/**
 * A finger pans, taps or, after a long press, moves what is under it. Panning and pinching are React Flow's; from the
 * long press on it must not see the finger any more.
 */
export function touchGestures(canvas: Canvas, start: PointerEvent, spot: Spot | null): void {
  // A tap on the "+" of a cell is a click like any other.
  if (start.target instanceof Element && start.target.closest('[data-plus]')) return;
  const port = start.target instanceof Element && start.target.closest('[data-port]');
  if (port && spot?.kind === 'touchpoint') {
    holdStill(canvas);
    drawHandoff(canvas, start, idOf(spot.id));
    return;
  }
  if ((spot?.kind === 'step' || spot?.kind === 'lane') && canvas.mayEdit() && isResizeEdge(start)) {
    resizeHeader(canvas, start, spot, () => {
      if (isSecond(start.timeStamp, `edge/${spot.id}`)) resetSize(canvas, spot);
    });
    return;
  }
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', stop);
    window.removeEventListener('pointerdown', stop);
  };
  const timer = setTimeout(() => {
    stop();
    longPress(canvas, start, spot);
  }, LONG_PRESS_MS);
  const onMove = (event: PointerEvent) => {
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK) stop();
  };
  const onUp = (event: PointerEvent) => {
    stop();
    tap(canvas, event, spot);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', stop);
  // A second finger makes it a pinch. The first one's own event is still on its way here.
  setTimeout(() => window.addEventListener('pointerdown', stop, { once: true }));
}

function tap(canvas: Canvas, event: PointerEvent, spot: Spot | null): void {
  const view = useView.getState();
  const key = spot && spot.kind !== 'cell' ? `${spot.kind}/${spot.id}` : 'pane';
  const again = isSecond(event.timeStamp, key);
  if (view.several) {
    // Beside everything a tap is easily a slip, and would lose what was gathered: Done is there for that.
    if (spot && spot.kind !== 'cell' && spot.kind !== 'emotion')
      view.select([{ kind: spot.kind, id: spot.id }], 'toggle');
  } else if (again) openOrAdd(canvas, spot, event);
  else if (spot?.kind === 'touchpoint' && view.tool === 'handoff') linkStep(canvas, spot.id);
  else if (spot && spot.kind !== 'cell' && spot.kind !== 'emotion') view.select([{ kind: spot.kind, id: spot.id }]);
  else if (!spot) clickPane(canvas, event);
}

function longPress(canvas: Canvas, start: PointerEvent, spot: Spot | null): void {
  if (!canvas.mayEdit()) return;
  switch (spot?.kind) {
    case 'touchpoint':
    case 'note':
      holdStill(canvas);
      navigator.vibrate?.(10);
      // One of several that were selected takes the others along.
      if (!useView.getState().selected.some((item) => sameItem(item, spot))) useView.getState().select([spot]);
      dragCards(canvas, start, { kind: spot.kind, id: spot.id }, () => undefined, true);
      break;
    case 'stage':
    case 'step':
    case 'lane':
      holdStill(canvas);
      navigator.vibrate?.(10);
      dragHeader(canvas, start, { kind: spot.kind, id: spot.id }, true);
      break;
    default:
  }
}

/** Keeps the finger from panning until it is lifted: React Flow listens further down, on touch events. */
function holdStill(canvas: Canvas): void {
  const root = canvas.root();
  const swallow = (event: TouchEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  const release = () => {
    root?.removeEventListener('touchmove', swallow, true);
    window.removeEventListener('touchend', release);
    window.removeEventListener('touchcancel', release);
  };
  root?.addEventListener('touchmove', swallow, { capture: true, passive: false });
  window.addEventListener('touchend', release);
  window.addEventListener('touchcancel', release);
}
