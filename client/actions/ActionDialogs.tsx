import { lazy, Suspense, useEffect } from 'react';
import { useCanvas } from '../canvas/canvasContext.ts';
import { spotNow } from '../canvas/keys.ts';
import { isChord } from './chord.ts';
import { closeDialog, keepEarly, openPalette, useOpenDialog } from './openDialog.ts';

const Palette = lazy(() => import('./Palette.tsx'));
const KeySheet = lazy(() => import('./KeySheet.tsx'));

/** The palette and the sheet of keys, loaded when they are asked for. */
export function ActionDialogs() {
  const open = useOpenDialog((dialogs) => dialogs.open);
  const canvas = useCanvas();
  useEffect(() => {
    // In a text, too, and before the text itself or the browser takes the key.
    const onKey = (event: KeyboardEvent) => {
      const isPalette = isChord('Mod+K', event);
      if (!isPalette && !keepEarly(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isPalette) return;
      const inDialog = event.target instanceof Element && event.target.closest('#floating') !== null;
      if (useOpenDialog.getState().open === 'palette') closeDialog();
      else if (!inDialog) openPalette(spotNow(canvas));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      closeDialog();
    };
  }, [canvas]);
  if (open === null) return null;
  return <Suspense>{open === 'palette' ? <Palette /> : <KeySheet />}</Suspense>;
}
