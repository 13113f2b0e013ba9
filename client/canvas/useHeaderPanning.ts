import { type RefObject, useEffect } from 'react';
import { useCanvas } from './canvasContext.ts';
import { isResizeEdge } from './underPointer.ts';
import { zoomAround } from './zoom.ts';

/** The pinned headers lie over React Flow, which does not see wheel and fingers on them: there the map moves as well. */
export function useHeaderPanning(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const isOver = (event: Event) => event.target instanceof Element && event.target.closest('[data-pinned]') !== null;
    const onWheel = (event: WheelEvent) => {
      if (!isOver(event)) return;
      event.preventDefault();
      const { x, y, zoom } = canvas.viewport();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      if (event.ctrlKey)
        zoomAround(canvas, 2 ** (-event.deltaY * 0.01), canvas.toContent(event.clientX, event.clientY));
      else if (event.shiftKey) canvas.moveTo({ x: x - event.deltaY * lines, y, zoom });
      else canvas.moveTo({ x: x - event.deltaX * lines, y: y - event.deltaY * lines, zoom });
    };
    let finger: { readonly id: number; readonly x: number; readonly y: number } | null = null;
    const onDown = (event: PointerEvent) => {
      finger =
        event.pointerType === 'touch' && isOver(event) && !isResizeEdge(event)
          ? { id: event.pointerId, x: event.clientX, y: event.clientY }
          : null;
    };
    const onMove = (event: PointerEvent) => {
      if (finger?.id !== event.pointerId || element.querySelector('[data-dragging]')) return;
      const { x, y, zoom } = canvas.viewport();
      canvas.moveTo({ x: x + event.clientX - finger.x, y: y + event.clientY - finger.y, zoom });
      finger = { id: event.pointerId, x: event.clientX, y: event.clientY };
    };
    const onUp = () => {
      finger = null;
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
    };
  }, [canvas, root]);
}
