import { useStore } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import { useCanvas, type Viewport } from './canvasContext.ts';

/**
 * Moves an element with the viewport without rendering anything: panning sets a transform, and only zooming touches
 * `--zoom`, from which the columns and rows inside compute where they are.
 */
export function useFollowViewport(ref: RefObject<HTMLElement | null>, axis: 'x' | 'y' | 'both'): void {
  const canvas = useCanvas();
  useLayoutEffect(() => {
    let zoom = 0;
    const follow = (viewport: Viewport) => {
      const element = ref.current;
      if (!element) return;
      const x = axis === 'y' ? 0 : viewport.x;
      const y = axis === 'x' ? 0 : viewport.y;
      element.style.transform = `translate3d(${x}px, ${y}px, 0)`;
      if (viewport.zoom !== zoom) element.style.setProperty('--zoom', String(viewport.zoom));
      zoom = viewport.zoom;
    };
    follow(canvas.viewport());
    return canvas.onMove(follow);
  }, [canvas, ref, axis]);
}

/** How much a card shows at this distance. */
export type Distance = 'near' | 'far' | 'farthest';
export const FAR = 0.5;
export const FARTHEST = 0.25;
const distanceOf = (zoom: number): Distance => (zoom >= FAR ? 'near' : zoom >= FARTHEST ? 'far' : 'farthest');

export const useDistance = (): Distance => useStore((state) => distanceOf(state.transform[2]));

const TILE = 640;

/**
 * The part of the content in sight, rounded outwards to tiles, so that panning renders again only when it comes to
 * the next tile.
 */
export function useTiles(): {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
} {
  const key = useStore(({ transform: [x, y, zoom], width, height }) => {
    const tile = TILE / Math.min(1, zoom);
    const down = (value: number) => Math.floor(value / tile) * tile;
    const up = (value: number) => Math.ceil(value / tile) * tile;
    return `${down(-x / zoom)} ${down(-y / zoom)} ${up((width - x) / zoom)} ${up((height - y) / zoom)}`;
  });
  const [left = 0, top = 0, right = 0, bottom = 0] = key.split(' ').map(Number);
  return { left, top, right, bottom };
}

/** Keeps `--zoom` on an element inside the viewport, for what must not grow with the map. */
export function useZoomVariable(ref: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useLayoutEffect(() => {
    let set = 0;
    const follow = ({ zoom }: Viewport) => {
      if (zoom !== set) ref.current?.style.setProperty('--zoom', String(zoom));
      set = zoom;
    };
    follow(canvas.viewport());
    return canvas.onMove(follow);
  }, [canvas, ref]);
}
