import type { Rect } from '../../shared/layout/mapLayout.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import type { Canvas } from './canvasContext.ts';
import { followPointer } from './followPointer.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { useView } from './viewStore.ts';

/** Selects what a rectangle touches; with Shift, in addition to what was selected before. */
export function lasso(canvas: Canvas, start: PointerEvent, onClick: () => unknown): void {
  const from = canvas.toContent(start.clientX, start.clientY);
  const before = start.shiftKey ? useView.getState().selected : [];
  followPointer(
    canvas,
    start,
    {
      move({ clientX, clientY }) {
        const to = canvas.toContent(clientX, clientY);
        const rect = {
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        };
        useGesture.setState({ lasso: rect, hover: null });
        selectWhenDifferent([...before, ...touchedBy(canvas, rect)]);
      },
      end({ moved, cancelled }) {
        // A click ends nothing that was drawn: the "+" under the pointer must still be there when the browser clicks it.
        if (moved) endGesture();
        else if (!cancelled) onClick();
      },
    },
    { autoPan: 'both' },
  );
}

function touchedBy(canvas: Canvas, rect: Rect): ItemRef[] {
  const { cards, notes } = canvas.layout();
  const touches = (box: Rect) =>
    box.x < rect.x + rect.width &&
    box.x + box.width > rect.x &&
    box.y < rect.y + rect.height &&
    box.y + box.height > rect.y;
  return [
    ...cards.filter(touches).map(({ id }): ItemRef => ({ kind: 'touchpoint', id })),
    ...notes.filter(touches).map(({ id }): ItemRef => ({ kind: 'note', id })),
  ];
}

function selectWhenDifferent(items: readonly ItemRef[]): void {
  const { selected, select } = useView.getState();
  const same = selected.length === items.length && selected.every((item, i) => item.id === items[i]?.id);
  if (!same) select(items);
}
