import { type RefObject, useLayoutEffect } from 'react';
import type { StageBox } from '../../shared/layout/mapLayout.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';

/**
 * Keeps the title of the stage one is in the middle of in sight: it stands at the left edge for as long as there is
 * room for it. Only that one element is touched while the map moves.
 */
export function useStickyTitles(track: RefObject<HTMLElement | null>, stages: readonly StageBox[]): void {
  const canvas = useCanvas();
  useLayoutEffect(() => {
    let moved: HTMLElement | null = null;
    // Measured once at each size: to ask while everything moves would lay out everything again.
    let [of, width] = ['', 0];
    const widthOf = (title: HTMLElement) => {
      const now = `${canvas.viewport().zoom} ${title.textContent}`;
      if (now !== of) [of, width] = [now, title.offsetWidth];
      return width;
    };
    const follow = () => {
      const stuck = stuckStage(canvas, stages);
      const title = stuck && titleIn(track.current, stuck.id);
      if (moved && moved !== title) moved.style.transform = '';
      moved = title;
      if (!title || !stuck) return;
      const room = stuck.width - widthOf(title) - MARGIN;
      title.style.transform = room > 0 ? `translateX(${Math.min(stuck.offset, room)}px)` : '';
    };
    follow();
    const stop = canvas.onMove(follow);
    return () => {
      stop();
      if (moved) moved.style.transform = '';
    };
  }, [canvas, track, stages]);
}

/** Room for the marks and the menu at the right. */
const MARGIN = 48;

/** The stage that begins left of what is in sight and goes on in it; how far left, and how wide it is, in pixels. */
function stuckStage(canvas: Canvas, stages: readonly StageBox[]) {
  if (canvas.width() === 0) return null;
  const { zoom } = canvas.viewport();
  // As it was measured last: asking the page would have it lay out everything on the spot.
  const { x: edge } = canvas.area();
  for (const { id, x: left, width } of stages) {
    const offset = (edge - left) * zoom;
    if (offset > 0.5 && offset < width * zoom) return { id, offset, width: width * zoom };
  }
  return null;
}

const titleIn = (track: HTMLElement | null, stage: string): HTMLElement | null =>
  track?.querySelector<HTMLElement>(`[data-spot="stage/${CSS.escape(stage)}"] [data-title]`) ?? null;
