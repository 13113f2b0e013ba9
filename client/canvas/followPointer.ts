import type { Canvas } from './canvasContext.ts';

export interface Followed {
  readonly clientX: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
}

interface Follower {
  /** Called when the pointer moved, and again while the canvas pans under it. */
  move(pointer: Followed): void;
  /** `moved`: whether it went far enough to be a drag. A cancelled gesture changes nothing. */
  end(outcome: { readonly moved: boolean; readonly cancelled: boolean }, pointer: Followed): void;
}

interface Options {
  /** From how many pixels on it is a drag. */
  readonly threshold?: number;
  /** Along which way the canvas pans when the pointer comes to its edge. */
  readonly autoPan?: 'x' | 'y' | 'both';
}

/** How near to the edge panning starts, and how fast it gets there, in pixels and pixels a frame. */
const EDGE = 36;
const SPEED = 14;

/** Follows one pointer until it is released; Escape cancels. */
export function followPointer(canvas: Canvas, start: PointerEvent, follower: Follower, options: Options = {}): void {
  const { threshold = 4, autoPan } = options;
  let moved = threshold === 0;
  let last: Followed = start;
  let frame: number | null = null;

  const pan = () => {
    frame = null;
    const [alongX, alongY] = panAt(canvas, last);
    const dx = autoPan === 'y' ? 0 : alongX;
    const dy = autoPan === 'x' ? 0 : alongY;
    if (dx === 0 && dy === 0) return;
    const { x, y, zoom } = canvas.viewport();
    canvas.moveTo({ x: x + dx, y: y + dy, zoom });
    follower.move(last);
    frame = requestAnimationFrame(pan);
  };
  const onMove = (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    last = event;
    if (!moved && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < threshold) return;
    moved = true;
    follower.move(event);
    if (autoPan) frame ??= requestAnimationFrame(pan);
  };
  const finish = (cancelled: boolean) => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
    if (frame !== null) cancelAnimationFrame(frame);
    follower.end({ moved, cancelled }, last);
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId === start.pointerId) finish(false);
  };
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === start.pointerId) finish(true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    finish(true);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
}

function panAt(canvas: Canvas, { clientX, clientY }: Followed): [number, number] {
  const bounds = canvas.root()?.getBoundingClientRect();
  if (!bounds) return [0, 0];
  const { x, y, zoom } = canvas.viewport();
  const area = canvas.area();
  // The pinned headers are an edge, too.
  const left = bounds.left + area.x * zoom + x;
  const top = bounds.top + area.y * zoom + y;
  const along = (at: number, from: number, to: number) => (at < from + EDGE ? SPEED : at > to - EDGE ? -SPEED : 0);
  return [along(clientX, left, bounds.right), along(clientY, top, bounds.bottom)];
}
