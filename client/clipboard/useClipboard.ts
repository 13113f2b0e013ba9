import { type RefObject, useEffect } from 'react';
import { CLIP_TYPE } from '../../shared/clipboard/clipType.ts';
import type { Canvas } from '../canvas/canvasContext.ts';
import { useCanvas } from '../canvas/canvasContext.ts';
import { painted } from '../ui/painted.ts';
import { toast } from '../ui/toasts.ts';

type Copying = typeof import('./copyPaste.ts');
let loaded: Copying | null = null;
/** A copy that waits for the code. */
let late: Promise<void> | null = null;

/** Loaded behind the map: an event of the clipboard must be answered at once and cannot wait for code. */
const load = async (): Promise<Copying> => {
  loaded ??= await import('./copyPaste.ts');
  return loaded;
};

/** Copy, cut and paste by the browser's own keys and menus, while the focus is on the canvas. */
export function useClipboard(root: RefObject<HTMLElement | null>): void {
  const canvas = useCanvas();
  useEffect(() => {
    void painted()
      .then(load)
      // Without it the map works all the same.
      .catch(() => {});
    const isOurs = ({ target }: Event) => {
      if (!(target instanceof Element) || root.current?.closest('[inert]')) return false;
      if (target.closest('input, textarea, select, [contenteditable]')) return false;
      // Somebody may have marked words to copy them.
      if (String(getSelection() ?? '') !== '') return false;
      return target === document.body || root.current?.contains(target) === true;
    };
    const on = (act: (copying: Copying, data: DataTransfer) => boolean, edits: boolean) => (event: ClipboardEvent) => {
      const { clipboardData } = event;
      if (event.defaultPrevented || !clipboardData || !isOurs(event) || (edits && !canvas.mayEdit())) return;
      if (loaded) {
        if (act(loaded, clipboardData)) event.preventDefault();
        return;
      }
      event.preventDefault();
      const name = event.type === 'cut' ? 'cut' : 'copy';
      // The same event once more, as soon as there is something to answer it.
      late = load()
        .then(() => void byCommand(name))
        // Without the code nothing is copied; a paste must not wait for that for good.
        .catch(() => {})
        .finally(() => {
          late = null;
        });
    };
    const onCopy = on((copying, data) => copying.copySelected(canvas, data), false);
    const onCut = on((copying, data) => copying.cutSelected(canvas, data), true);
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData: data } = event;
      if (event.defaultPrevented || !data || !isOurs(event) || !canvas.mayEdit()) return;
      const pasted = { text: data.getData('text/plain'), clip: data.getData(CLIP_TYPE) };
      event.preventDefault();
      // What was copied a moment ago and is not in the clipboard yet is meant, not what was in it before.
      const early = late;
      void Promise.all([load(), early]).then(([copying]) =>
        copying.pasteInto(canvas, (early && copying.copiedLast()) || pasted),
      );
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCut);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCut);
      document.removeEventListener('paste', onPaste);
    };
  }, [canvas, root]);
}

export function duplicate(canvas: Canvas): true {
  void load().then((copying) => copying.duplicateSelected(canvas));
  return true;
}

/** Lines pasted into the empty title of a new card. */
export function pasteLines(canvas: Canvas, text: string, place: Parameters<Copying['pasteText']>[2]): void {
  void load().then((copying) => copying.pasteText(canvas, text, place));
}

/** Where something other than the browser's key asks for it: the same event, if the browser makes one. */
export function byCommand(name: 'copy' | 'cut'): true {
  if (!document.execCommand(name))
    toast(`This browser only does that with its own key for “${name}”.`, { tone: 'problem' });
  return true;
}

/** Browsers hand out the clipboard without the key only when they are asked, and some not at all. */
export async function pasteByChoice(canvas: Canvas): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    const copying = await load();
    copying.pasteInto(canvas, { text, clip: copying.lastCopied(text) });
  } catch {
    toast('This browser pastes only with its own key for it.', { tone: 'problem' });
  }
}
