import { type RefObject, useEffect } from 'react';
import { useCanvas } from './canvasContext.ts';

/** So long after the last movement the map is drawn afresh. */
const REST_MS = 160;

/**
 * While the map pans, the browser moves a picture of it instead of drawing it again. Not while it zooms: the picture
 * would be blurred.
 */
export function useSmoothPanning(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useEffect(() => {
    let { zoom } = canvas.viewport();
    let resting: ReturnType<typeof setTimeout> | undefined;
    const set = (willChange: string) => {
      const viewport = root.current?.querySelector<HTMLElement>('.react-flow__viewport');
      if (viewport && viewport.style.willChange !== willChange) viewport.style.willChange = willChange;
    };
    const stop = canvas.onMove((now) => {
      clearTimeout(resting);
      resting = setTimeout(set, REST_MS, '');
      set(now.zoom === zoom ? 'transform' : '');
      zoom = now.zoom;
    });
    return () => {
      stop();
      clearTimeout(resting);
    };
  }, [canvas, root]);
}
