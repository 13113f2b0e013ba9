import { useEffect, useMemo, useRef } from 'react';
import { create } from 'zustand';
import { useLayout } from '../session/mapViews.ts';
import { type Canvas, useCanvas } from './canvasContext.ts';
import { itemKey } from './items.ts';
import { type MapNode, nodesOf } from './nodes.ts';
import type { Sight } from './sight.ts';
import { useDistance, useSight } from './useViewport.ts';
import { useView, type ViewState } from './viewStore.ts';

/** How many cards are made in one frame when one comes near: hundreds at once would stop the movement. */
const A_FRAME = 48;

/** How many cards in sight may be there already; all of them once nobody waits any more. */
export const useArrived = create<{ readonly count: number }>(() => ({ count: Number.POSITIVE_INFINITY }));

/** Whether the painted map is shown: from far away, and until every card has come when one comes near. */
export function useIsFar(): boolean {
  const far = useDistance() !== 'near';
  const arriving = useArrived(({ count }) => count !== Number.POSITIVE_INFINITY);
  return far || arriving;
}

/** What React Flow draws: everything near by, and from far away only what is selected. */
export function useNodes(): MapNode[] {
  const canvas = useCanvas();
  const layout = useLayout();
  const near = useDistance() === 'near';
  const count = useArrived((arrived) => arrived.count);
  const complete = near && count === Number.POSITIVE_INFINITY;
  const selected = useView((view) => (complete ? null : view.selected));
  const all = useMemo(() => nodesOf(layout), [layout]);

  useEffect(() => {
    if (!near) {
      useArrived.setState({ count: 0 });
      return;
    }
    let frame = requestAnimationFrame(function arrive() {
      const { count: before } = useArrived.getState();
      const waiting = nodesOf(canvas.layout()).filter((node) => isIn(areaOf(canvas), node)).length > before + A_FRAME;
      useArrived.setState({ count: waiting ? before + A_FRAME : Number.POSITIVE_INFINITY });
      if (waiting) frame = requestAnimationFrame(arrive);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, near]);

  const held = useView(heldItem);
  const sight = useSight();
  const shown = useMemo(() => {
    if (complete) return all.filter((node) => node.id === held || isIn(sight, node));
    // What is selected may have the focus, and stays whatever else comes and goes.
    const wanted = new Set(selected?.map(({ id }) => id));
    let room = near ? count : 0;
    return all.filter((node) => wanted.has(node.data.box.id) || (room > 0 && isIn(sight, node) && room-- > 0));
  }, [near, complete, count, all, selected, held, sight]);
  return useSame(shown);
}

/** The list as it was before while the same nodes are in it: then React Flow has nothing to look through. */
function useSame(next: MapNode[]): MapNode[] {
  const last = useRef(next);
  const same = next.length === last.current.length && next.every((node, at) => node === last.current[at]);
  if (!same) last.current = next;
  return last.current;
}

/** The card that is typed in or alone selected: it may have the focus, so it stays when it is panned out of sight. */
function heldItem({ editing, selected }: ViewState): string | null {
  const [item] = selected;
  if (editing) return `${editing.kind}/${editing.id}`;
  return item && selected.length === 1 ? itemKey(item) : null;
}

export const isIn = ({ left, top, right, bottom }: Sight, { data: { box } }: MapNode): boolean =>
  box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;

function areaOf(canvas: Canvas): Sight {
  const { x, y, width, height } = canvas.area();
  return { left: x, top: y, right: x + width, bottom: y + height };
}
