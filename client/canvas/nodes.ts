import type { Node } from '@xyflow/react';
import type { CardBox, MapLayout, NoteBox } from '../../shared/layout/mapLayout.ts';
import { itemKey } from './items.ts';

export type CardNodeType = Node<{ box: CardBox }, 'touchpoint'>;
export type NoteNodeType = Node<{ box: NoteBox }, 'note'>;
export type MapNode = CardNodeType | NoteNodeType;

const made = new WeakMap<CardBox | NoteBox, MapNode>();

/** The same node for the same box, so that React Flow has nothing to do for what did not move. */
function nodeOf(kind: 'touchpoint' | 'note', box: CardBox | NoteBox): MapNode {
  let node = made.get(box);
  if (!node) {
    // The box of a kind is what this kind's node holds.
    node = {
      id: itemKey({ kind, id: box.id }),
      type: kind,
      position: { x: box.x, y: box.y },
      width: box.width,
      height: box.height,
      // Known before it is there: React Flow has nothing to measure and to render again for.
      measured: { width: box.width, height: box.height },
      handles: [],
      data: { box },
      style: { pointerEvents: 'all' },
      // React Flow calls every node "node"; the card inside says what it is.
      domAttributes: { 'aria-roledescription': undefined },
    } as MapNode;
    made.set(box, node);
  }
  return node;
}

/** Everything that React Flow draws. */
export const nodesOf = (layout: MapLayout): MapNode[] => [
  ...layout.cards.map((box) => nodeOf('touchpoint', box)),
  ...layout.notes.map((box) => nodeOf('note', box)),
];
