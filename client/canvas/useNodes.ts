import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import type { Rect } from '../../shared/layout/mapLayout.ts';
import { useLayout } from '../session/mapViews.ts';
import { useCanvas } from './canvasContext.ts';
import { itemKey } from './items.ts';
import { type MapNode, nodesOf } from './nodes.ts';
import { useDistance } from './useViewport.ts';
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
      const area = canvas.area();
      const waiting = nodesOf(canvas.layout()).filter((node) => isIn(area, node)).length > before + A_FRAME;
      useArrived.setState({ count: waiting ? before + A_FRAME : Number.POSITIVE_INFINITY });
      if (waiting) frame = requestAnimationFrame(arrive);
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, near]);

  const held = useView(heldItem);
  return useMemo(() => {
    if (complete) return held === null ? all : all.map((node) => (node.id === held ? heldNode(node) : node));
    // What is selected may have the focus, and stays whatever else comes and goes.
    const wanted = new Set(selected?.map(({ id }) => id));
    const area = canvas.area();
    let room = near ? count : 0;
    return all.filter((node) => wanted.has(node.data.box.id) || (room > 0 && isIn(area, node) && room-- > 0));
  }, [canvas, near, complete, count, all, selected, held]);
}

/** The card that is typed in or alone selected: it may have the focus, so it stays when it is panned out of sight. */
function heldItem({ editing, selected }: ViewState): string | null {
  const [item] = selected;
  if (editing) return `${editing.kind}/${editing.id}`;
  return item && selected.length === 1 ? itemKey(item) : null;
}

const heldNodes = new WeakMap<MapNode, MapNode>();

/** React Flow draws what is being dragged wherever it is, and asks nothing else of this flag. */
function heldNode(node: MapNode): MapNode {
  let made = heldNodes.get(node);
  if (!made) {
    made = { ...node, dragging: true };
    heldNodes.set(node, made);
  }
  return made;
}

const isIn = (area: Rect, { data: { box } }: MapNode): boolean =>
  box.x < area.x + area.width &&
  box.x + box.width > area.x &&
  box.y < area.y + area.height &&
  box.y + box.height > area.y;
