import { create } from 'zustand';
import type { Point, Rect } from '../../shared/layout/mapLayout.ts';
import type { TouchpointId } from '../../shared/model/ids.ts';

/** What a gesture under way shows on the canvas. Gone when it ends. */
export interface GestureState {
  readonly lasso: Rect | null;
  /** Where dragged cards will land: the cell, and the line between its cards. */
  readonly drop: { readonly cell: Rect; readonly line: Pick<Rect, 'x' | 'y' | 'width'> } | null;
  /** A hand-off being drawn; `to` is the pointer or the card it would end at. */
  readonly link: { readonly from: TouchpointId; readonly to: Point; readonly target: TouchpointId | null } | null;
  /** Where a dragged header will stand. */
  readonly insertion: { readonly axis: 'x' | 'y'; readonly at: number } | null;
  /** What a header that is being resized gains or loses. */
  readonly resize: { readonly axis: 'x' | 'y'; readonly from: number; readonly to: number } | null;
  /** The empty cell or gap under the pointer, where "+" is offered. */
  readonly hover: { readonly step: string; readonly lane: string } | null;
}

const IDLE: GestureState = { lasso: null, drop: null, link: null, insertion: null, resize: null, hover: null };

export const useGesture = create<GestureState>(() => IDLE);

export const endGesture = (): void => useGesture.setState(IDLE);
