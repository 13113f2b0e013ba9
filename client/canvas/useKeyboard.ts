import { type RefObject, useLayoutEffect } from 'react';
import { typeAhead } from '../talk/talkStore.ts';
import { useCanvas } from './canvasContext.ts';
import { onCanvasKey, onPageKey } from './keys.ts';

/** Keys work while the focus is on the canvas or nowhere in particular; undo and redo work everywhere but in texts. */
export function useKeyboard(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  // Before the map is seen: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.isComposing || target?.closest('input, textarea, select, [contenteditable]')) return;
      // React Flow has taken Space already; in a comment it is a letter like any other.
      if (typeAhead(event)) event.preventDefault();
      if (event.defaultPrevented) return;
      // Another view lies above the map: its keys are no keys of the canvas.
      const away = Boolean(root.current?.closest('[inert]'));
      const onCanvas =
        !away && (target === null || target === document.body || root.current?.contains(target) === true);
      const handled = onPageKey(canvas, event) || (onCanvas && onCanvasKey(canvas, event));
      if (handled) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canvas, root]);
}
