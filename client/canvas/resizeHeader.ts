import { changeItems, type ItemChange } from '../../shared/commands/changeItems.ts';
import { COLUMN_WIDTH } from '../../shared/layout/sizes.ts';
import { HIGHEST_LANE, WIDEST_STEP } from '../../shared/model/records.ts';
import type { Canvas } from './canvasContext.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import type { HeaderItem } from './moveHeader.ts';
import { useView } from './viewStore.ts';

/** What has a size that people draw: a step is as wide, a lane as high as they want it, but not less than is needed. */
export type Sized = HeaderItem & { readonly kind: 'step' | 'lane' };

interface Extent {
  readonly start: number;
  readonly size: number;
  readonly least: number;
  readonly most: number;
}

function extentOf(canvas: Canvas, { kind, id }: Sized): Extent | null {
  const layout = canvas.layout();
  if (kind === 'lane') {
    const lane = layout.lanes.find((box) => box.id === id);
    return lane ? { start: lane.y, size: lane.height, least: lane.least, most: HIGHEST_LANE } : null;
  }
  const column = layout.columns.find(({ step }) => step === id);
  return column ? { start: column.x, size: column.width, least: COLUMN_WIDTH, most: WIDEST_STEP } : null;
}

/**
 * Drags the edge of a header; a line shows where it will be. Of several selected, all become as large.
 *
 * @param onTap called where it is let go without having been dragged
 */
export function resizeHeader(canvas: Canvas, start: PointerEvent, item: Sized, onTap?: () => void): void {
  const before = extentOf(canvas, item);
  if (!before) return;
  const from = canvas.toContent(start.clientX, start.clientY);
  const axis = item.kind === 'lane' ? 'y' : 'x';
  const sizeAt = (clientX: number, clientY: number) =>
    limited(before, before.size + canvas.toContent(clientX, clientY)[axis] - from[axis]);
  followPointer(
    canvas,
    start,
    {
      move({ clientX, clientY }) {
        const size = sizeAt(clientX, clientY);
        useGesture.setState({
          resize: {
            axis,
            from: before.start + Math.min(size, before.size),
            to: before.start + Math.max(size, before.size),
          },
          insertion: { axis, at: before.start + size },
        });
      },
      end({ moved, cancelled }, { clientX, clientY }) {
        endGesture();
        if (cancelled) return;
        if (moved) setSize(canvas, item, sizeAt(clientX, clientY));
        else onTap?.();
      },
    },
    { autoPan: axis, threshold: 3 },
  );
}

const limited = ({ least, most }: Extent, size: number) => Math.round(Math.max(least, Math.min(most, size)));

/** Back to what is needed. */
export const resetSize = (canvas: Canvas, item: Sized): void => setSize(canvas, item, null);

/** As much as a key or a menu gives at once. */
const STRIDE = 40;

/** Makes a step wider or a lane higher, or less so; false when it is at its end already. */
export function resizeBy(canvas: Canvas, item: Sized, by: -1 | 1): boolean {
  const before = extentOf(canvas, item);
  if (!before) return false;
  const size = limited(before, before.size + by * STRIDE);
  if (size === before.size) return false;
  setSize(canvas, item, size);
  return true;
}

function drawnSize(canvas: Canvas, { kind, id }: Sized): number | null {
  const map = canvas.map();
  return (kind === 'lane' ? map.lanes.get(id)?.height : map.steps.get(id)?.width) ?? null;
}

/** Whether somebody drew it larger than it needs to be. */
export const isDrawn = (canvas: Canvas, item: Sized): boolean => drawnSize(canvas, item) !== null;

/** One undo step, however many are selected. What is no larger than it must be has no size of its own. */
function setSize(canvas: Canvas, item: Sized, size: number | null): void {
  const { selected } = useView.getState();
  const own = selected.filter(({ kind }) => kind === item.kind).map(({ id }) => id);
  const least = extentOf(canvas, item)?.least ?? 0;
  const wanted = size !== null && size > least ? size : null;
  const ids = (own.includes(item.id) ? own : [item.id]).filter(
    (id) => drawnSize(canvas, { kind: item.kind, id }) !== wanted,
  );
  // Or there would be something to undo of which nothing was ever seen.
  if (ids.length === 0) return;
  const change: ItemChange =
    item.kind === 'lane'
      ? { kind: 'lane', ids, fields: { height: wanted } }
      : { kind: 'step', ids, fields: { width: wanted } };
  canvas.session.run(changeItems, change);
}
