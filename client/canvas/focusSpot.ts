import { emotionY } from '../../shared/layout/emotionRow.ts';
import type { Rect } from '../../shared/layout/mapLayout.ts';
import type { Canvas } from './canvasContext.ts';
import { type Spot, spotKey } from './spots.ts';
import { useView } from './viewStore.ts';

/** How many frames a spot may take to appear: only what is in sight is in the page. */
const PATIENCE = 30;
let wish = 0;
let wished: Spot | null = null;

/** Where the focus is on its way to: for a key that comes before it arrives, the keyboard is there already. */
export const pendingSpot = (): Spot | null => wished;

/** Whoever presses elsewhere meanwhile means that place. */
export function dropPendingSpot(): void {
  wish++;
  wished = null;
}

const elementOf = (canvas: Canvas, spot: Spot): HTMLElement | SVGElement | null =>
  canvas.root()?.querySelector(`[data-spot="${spotKey(spot)}"]`) ?? null;

/**
 * Brings a spot into sight, puts the focus there and selects what it is. An empty cell has an element only while it
 * is the entered one, and cards far away have none, so the focus follows when the element is there.
 */
export function focusSpot(canvas: Canvas, spot: Spot, mode: 'only' | 'add' | 'keep' = 'only'): void {
  const view = useView.getState();
  if (spot.kind === 'cell') {
    view.enterCell({ step: spot.step, lane: spot.lane });
    if (mode !== 'keep') view.select([]);
  } else if (mode !== 'keep') {
    view.select([spot.kind === 'emotion' ? { kind: 'step', id: spot.id } : { kind: spot.kind, id: spot.id }], mode);
  }
  reveal(canvas, spot);
  const mine = ++wish;
  wished = spot;
  let left = PATIENCE;
  const attempt = () => {
    if (mine !== wish) return;
    // Who typed on faster than the spot appeared has the focus in a text by now.
    if (useView.getState().editing) {
      wished = null;
      return;
    }
    const element = elementOf(canvas, spot);
    if (!element && left-- > 0) {
      requestAnimationFrame(attempt);
      return;
    }
    wished = null;
    (element ?? canvas.root())?.focus({ preventScroll: true });
  };
  attempt();
}

/** The focus went with what somebody deleted: the canvas takes it, so that keys still work. */
export function focusCanvas(canvas: Canvas): void {
  dropPendingSpot();
  canvas.root()?.focus({ preventScroll: true });
}

/** Where a spot is on the content; a header takes its whole column or row, which is pinned along the other axis. */
export function rectOf(canvas: Canvas, spot: Spot): Rect | null {
  const layout = canvas.layout();
  const area = canvas.area();
  switch (spot.kind) {
    case 'touchpoint':
      return layout.cardById.get(spot.id) ?? null;
    case 'note':
      return layout.noteById.get(spot.id) ?? null;
    case 'handoff':
      return layout.handoffById.get(spot.id)?.bounds ?? null;
    case 'stage': {
      const stage = layout.stages.find(({ id }) => id === spot.id);
      return stage ? { x: stage.x, width: stage.width, y: area.y, height: 1 } : null;
    }
    case 'lane': {
      const lane = layout.lanes.find(({ id }) => id === spot.id);
      return lane ? { y: lane.y, height: lane.height, x: area.x, width: 1 } : null;
    }
    case 'step':
    case 'emotion': {
      const column = layout.columns.find(({ step }) => step === spot.id);
      if (!column) return null;
      const row =
        spot.kind === 'emotion' ? { y: emotionY(2), height: emotionY(-2) - emotionY(2) } : { y: area.y, height: 1 };
      return { x: column.x, width: column.width, ...row };
    }
    case 'cell': {
      const column = layout.columns.find(({ step }) => step === spot.step);
      const lane = layout.lanes.find(({ id }) => id === spot.lane);
      return column && lane ? { x: column.x, width: column.width, y: lane.y, height: lane.height } : null;
    }
    default:
      return spot satisfies never;
  }
}

const MARGIN = 24;

/**
 * Moves the viewport by as little as brings a spot into sight; nothing moves when it is there already. `beside` is
 * what is wanted in sight to its right as well, in content pixels.
 */
export function reveal(canvas: Canvas, spot: Spot, beside = 0): void {
  const rect = rectOf(canvas, spot);
  if (rect) revealRect(canvas, { ...rect, width: rect.width + beside });
}

function revealRect(canvas: Canvas, rect: Rect): void {
  const area = canvas.area();
  const { x, y, zoom } = canvas.viewport();
  const dx = distanceInto(rect.x, rect.width, area.x, area.width, MARGIN / zoom);
  const dy = distanceInto(rect.y, rect.height, area.y, area.height, MARGIN / zoom);
  if (dx !== 0 || dy !== 0) canvas.moveTo({ x: x - dx * zoom, y: y - dy * zoom, zoom }, true);
}

/** How far a window has to move along one axis until a stretch is inside; its beginning wins when it is too long. */
function distanceInto(start: number, length: number, from: number, size: number, margin: number): number {
  if (start < from) return start - from - margin;
  if (start + length > from + size) return Math.min(start - from - margin, start + length - from - size + margin);
  return 0;
}
