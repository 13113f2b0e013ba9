import { createContext, useContext } from 'react';
import type { MapLayout, Point, Rect } from '../../shared/layout/mapLayout.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { MapSession } from '../session/session.ts';

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** What gestures and keys work on. Everything is asked for when it is needed, since it may have changed since. */
export interface Canvas {
  readonly session: MapSession;
  /** Whether gestures and keys may change the map, or only look at it. */
  mayEdit(): boolean;
  root(): HTMLElement | null;
  map(): MapSnapshot;
  layout(): MapLayout;
  viewport(): Viewport;
  /** How wide the canvas is in the window, as it was measured last. */
  width(): number;
  /** What of the map is in sight, between the pinned headers and the edges, in content coordinates. */
  area(): Rect;
  moveTo(viewport: Viewport, gently?: boolean): void;
  /** Calls back at each change of the viewport, outside of React; returns how to stop. */
  onMove(listener: (viewport: Viewport) => void): () => void;
  /** The point of the content that is under a point of the window. */
  toContent(clientX: number, clientY: number): Point;
}

export const CanvasContext = createContext<Canvas | null>(null);

export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('This belongs inside the canvas');
  return canvas;
}
