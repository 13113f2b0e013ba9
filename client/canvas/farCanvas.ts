import type { Viewport } from './canvasContext.ts';

/** How much more than is in sight is painted on each side, as a share of the width and height. */
const MARGIN = 0.25;
/** A larger picture would take more memory than it is worth: there the map is painted each time. */
const MOST_PIXELS = 16_000_000;
/** So long after the last movement the picture is painted where it stands, exactly. */
const REST_MS = 160;

/** How large the picture is, in pixels of the window. */
export interface FarFrame {
  readonly width: number;
  readonly height: number;
  /** How far it reaches beyond what is in sight, on each side. */
  readonly margin: { readonly x: number; readonly y: number };
  /** Pixels of the screen to one of the window. */
  readonly ratio: number;
}

interface FarCanvasOptions {
  readonly element: HTMLCanvasElement;
  readonly frame: FarFrame;
  /** Paints as seen from a viewport. */
  readonly paint: (viewport: Viewport) => void;
}

/** Finer screens show no more of a painted map, and cost more. */
export const pixelRatio = (): number => Math.min(2, window.devicePixelRatio);

/** The picture for a canvas of which so much is in sight. */
export function farFrame(width: number, height: number, ratio: number): FarFrame {
  const share = width * height * (ratio * (1 + 2 * MARGIN)) ** 2 > MOST_PIXELS ? 0 : MARGIN;
  const margin = { x: Math.ceil(width * share), y: Math.ceil(height * share) };
  return { width: width + 2 * margin.x, height: height + 2 * margin.y, margin, ratio };
}

/**
 * A picture of the map that is larger than what is in sight: while the map pans, the picture is moved, which costs
 * next to nothing, and painted again only when its edge comes into sight. Zooming paints every frame.
 */
export function farCanvas({ element, frame: { margin }, paint }: FarCanvasOptions) {
  let painted: Viewport | null = null;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const paintAt = (viewport: Viewport) => {
    painted = viewport;
    element.style.transform = '';
    paint({ x: viewport.x + margin.x, y: viewport.y + margin.y, zoom: viewport.zoom });
  };
  return {
    show(viewport: Viewport): void {
      clearTimeout(resting);
      const [dx, dy] = [viewport.x - (painted?.x ?? 0), viewport.y - (painted?.y ?? 0)];
      if (!painted || viewport.zoom !== painted.zoom || Math.abs(dx) > margin.x || Math.abs(dy) > margin.y) {
        paintAt(viewport);
        return;
      }
      element.style.transform = `translate(${dx}px, ${dy}px)`;
      resting = setTimeout(paintAt, REST_MS, viewport);
    },
    end: () => clearTimeout(resting),
  };
}
