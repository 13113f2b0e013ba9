import { type RefObject, useEffect } from 'react';
import { useCanvas } from './canvasContext.ts';
import { openOrAdd } from './clicks.ts';
import { dropPendingSpot } from './focusSpot.ts';
import { endGesture, useGesture } from './gestureStore.ts';
import { hover } from './hover.ts';
import { press } from './press.ts';
import { touchGestures } from './touchGestures.ts';
import { elementOf, OWN, spotOf } from './underPointer.ts';
import { useView } from './viewStore.ts';

/** Every gesture of mouse, pen and finger on the canvas starts here. */
export function usePointer(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let spaceHeld = false;
    const onKey = (event: KeyboardEvent) => {
      if (event.code === 'Space') spaceHeld = event.type === 'keydown';
    };
    const onDown = (event: PointerEvent) => {
      dropPendingSpot();
      if (event.button !== 0 || spaceHeld || elementOf(event)?.closest(OWN)) return;
      const byFinger = event.pointerType === 'touch';
      if (useView.getState().byFinger !== byFinger) useView.getState().touched(byFinger);
      if (byFinger) touchGestures(canvas, event, spotOf(canvas, event));
      else press(canvas, event);
    };
    const onDoubleClick = (event: MouseEvent) => {
      // While several are gathered, two taps on one take it out and put it in again.
      if (!elementOf(event)?.closest(OWN) && !useView.getState().several)
        openOrAdd(canvas, spotOf(canvas, event), event);
    };
    const onMove = (event: PointerEvent) => hover(canvas, event);
    const onLeave = () => {
      canvas.session.presence.update({ cursor: null });
      useGesture.setState({ hover: null });
    };
    const unwatch = useView.subscribe(({ linkFrom }, before) => {
      if (before.linkFrom && !linkFrom) endGesture();
    });
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('dblclick', onDoubleClick);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    window.addEventListener('keydown', onKey);
    window.addEventListener('keyup', onKey);
    return () => {
      unwatch();
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('dblclick', onDoubleClick);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('keyup', onKey);
    };
  }, [canvas, root]);
}
