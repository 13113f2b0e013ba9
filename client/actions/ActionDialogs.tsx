import { Suspense, useLayoutEffect } from 'react';
import { useCanvas } from '../canvas/canvasContext.ts';
import { spotNow } from '../canvas/keys.ts';
import { lazyPart } from '../ui/lazyPart.ts';
import { painted } from '../ui/painted.ts';
import { isChord } from './chord.ts';
import { closeDialog, keepEarly, openPalette, useOpenDialog } from './openDialog.ts';

const Palette = lazyPart(() => import('./Palette.tsx'));
const KeySheet = lazyPart(() => import('./KeySheet.tsx'));
const SecondKeys = lazyPart(() => import('./SecondKeys.tsx'));

/** Keys that are held while another is pressed. */
const LONE = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock']);

/** The palette, the sheet of keys and the keys that follow a comma, loaded when they are asked for. */
export function ActionDialogs() {
  const open = useOpenDialog((dialogs) => dialogs.open);
  const canvas = useCanvas();
  // As soon as the map is seen, its keys work.
  useLayoutEffect(() => {
    // Who knows the keys does not wait for what they open.
    void painted()
      .then(() => Promise.all([import('./secondKey.ts'), import('./Palette.tsx')]))
      .catch(() => {});
    // In a text, too, and before the text itself or the browser takes the key.
    const onKey = (event: KeyboardEvent) => {
      if (!takes(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const takes = (event: KeyboardEvent): boolean => {
      const { open } = useOpenDialog.getState();
      const inDialog = event.target instanceof Element && event.target.closest('#floating') !== null;
      if (open === 'second') {
        if (LONE.has(event.key)) return true;
        const { spot } = useOpenDialog.getState();
        closeDialog();
        void import('./secondKey.ts').then(({ secondKey }) => secondKey(canvas, spot, event));
        return true;
      }
      if (isChord('F6', event) && !inDialog) {
        void import('./intoPanel.ts').then(({ intoPanelOrBack }) => intoPanelOrBack(canvas));
        return true;
      }
      if (!isChord('Mod+K', event)) return keepEarly(event);
      if (open === 'palette') closeDialog();
      else if (!inDialog) openPalette(spotNow(canvas));
      return true;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      closeDialog();
    };
  }, [canvas]);
  if (open === null) return null;
  const Open = { palette: Palette, keys: KeySheet, second: SecondKeys }[open];
  return (
    <Suspense>
      <Open />
    </Suspense>
  );
}
