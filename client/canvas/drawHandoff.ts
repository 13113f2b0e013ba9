import { linkHandoff } from '../../shared/commands/linkHandoff.ts';
import { cellAt } from '../../shared/layout/hit.ts';
import type { Point } from '../../shared/layout/mapLayout.ts';
import { idOf, type TouchpointId } from '../../shared/model/ids.ts';
import { newId } from '../session/newId.ts';
import { toast } from '../ui/toasts.ts';
import { addInCell } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { cardAt } from './underPointer.ts';
import { useView } from './viewStore.ts';

/** Draws a hand-off from a card's edge to another card, or to an empty place of a cell, which makes the card. */
export function drawHandoff(canvas: Canvas, start: PointerEvent, from: TouchpointId): void {
  let aim: TouchpointId | null = null;
  followPointer(
    canvas,
    start,
    {
      move(pointer) {
        const to = canvas.toContent(pointer.clientX, pointer.clientY);
        const target = cardAt(canvas.layout(), to);
        aim = target;
        useGesture.setState({ link: { from, to, target: target === from ? null : target }, hover: null });
      },
      end({ moved, cancelled }, pointer) {
        endGesture();
        if (cancelled) return;
        if (!moved) {
          useView.getState().startLink(from);
          return;
        }
        const to = canvas.toContent(pointer.clientX, pointer.clientY);
        const target = cardAt(canvas.layout(), to);
        // What was aimed at, or drawn from, may have been deleted a moment ago: the place it left is no wish for a new card.
        const gone = [from, aim].some((end) => end !== null && !canvas.map().touchpoints.has(end));
        if (gone) toast('A touchpoint of this hand-off was just deleted. Nothing was drawn.', { tone: 'problem' });
        else if (target) link(canvas, from, target);
        else linkToNew(canvas, from, to);
      },
    },
    { autoPan: 'both' },
  );
}

/** Links two touchpoints and selects the hand-off, so that what is agreed about it can be said at once. */
export function link(canvas: Canvas, from: TouchpointId, to: TouchpointId): void {
  if (from === to) return;
  const id = idOf<'handoff'>(newId());
  if (canvas.session.run(linkHandoff, { id, fields: { from, to } }).status === 'refused') return;
  useView.getState().select([{ kind: 'handoff', id }]);
  useView.getState().setTool('select');
}

function linkToNew(canvas: Canvas, from: TouchpointId, { x, y }: Point): void {
  const place = cellAt(canvas.layout(), x, y);
  if (!place || canvas.map().lanes.get(place.lane)?.kind !== 'department') return;
  const id = addInCell(canvas, { step: place.step, lane: place.lane }, place.before);
  if (!id) return;
  // With the typing of the new card: an undo takes both back, and so does leaving the card empty.
  canvas.session.run(linkHandoff, { id: idOf(newId()), fields: { from, to: idOf(id) } }, `type:touchpoint/${id}/title`);
}
