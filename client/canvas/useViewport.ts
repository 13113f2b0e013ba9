import { type ReactFlowState, useStore, useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import { useCanvas, type Viewport } from './canvasContext.ts';
import { nextSight, type Sight } from './sight.ts';

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

const sights = new WeakMap<object, Sight>();
const NOTHING: Sight = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * The part of the content that is in the page: what is in sight, and a little more on the side one pans to. All who ask
 * are told the same, and are rendered again only when it changes.
 */
export function useSight(): Sight {
  const flow = useStoreApi();
  return useStore((state) => sightOf(flow, state));
}

/** The same outside of React. */
export function sightOf(
  flow: object,
  { transform: [x, y, zoom], width, height }: Pick<ReactFlowState, 'transform' | 'width' | 'height'>,
): Sight {
  if (width === 0) return NOTHING;
  const area = { left: -x / zoom, top: -y / zoom, right: (width - x) / zoom, bottom: (height - y) / zoom };
  const sight = nextSight(sights.get(flow) ?? null, area, Math.min(1, zoom));
  sights.set(flow, sight);
  return sight;
}

/** What is in sight next is all that counts. */
export const forgetSight = (flow: object): void => void sights.delete(flow);

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
