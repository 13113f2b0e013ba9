import { restoreItems } from '../../shared/commands/restoreItems.ts';
import { collectionOf, nameOf, titleOf } from '../../shared/model/collections.ts';
import { toast } from '../ui/toasts.ts';
import type { Canvas } from './canvasContext.ts';
import { putBack, type Unplaced } from './putBack.ts';
import { type Editing, useView } from './viewStore.ts';

/** After so long without a key nobody is typing on any more. */
const PAUSE_MS = 1000;
/** Who was in the middle of a thought may look up late. */
const FIRST_PAUSE_MS = 2500;
let typesUntil = Number.NEGATIVE_INFINITY;

/** Until whoever types pauses, or clicks: who does that has looked up. */
function goesOnTyping(): void {
  typesUntil = performance.now() + FIRST_PAUSE_MS;
  const looksUp = () => {
    typesUntil = Number.NEGATIVE_INFINITY;
  };
  window.addEventListener('pointerdown', looksUp, { capture: true, once: true });
}

/** Somebody else deleted what is typed in here: says so, and offers to go on with it where it stood. */
export function typingWasLost(canvas: Canvas, editing: Editing): void {
  const { kind, id } = editing;
  if (kind === 'map') return;
  const removed = canvas.map()[collectionOf(kind)].removed.get(id);
  if (!removed) return;
  goesOnTyping();
  const name = titleOf(removed as Parameters<typeof titleOf>[0]);
  toast(name ? `Somebody deleted “${name}” while you typed in it.` : 'Somebody deleted what you typed in.', {
    action: {
      label: 'Put back',
      run() {
        const outcome = canvas.session.run(restoreItems, { items: [{ kind, id }] });
        if (outcome.status === 'refused') return;
        const view = useView.getState();
        if (editing.field === 'title' || kind === 'note') view.edit({ ...editing, append: true });
        else view.select([{ kind, id }]);
      },
    },
  });
}

/** Somebody else deleted the stage, step or lane around what is typed in here: it waits in the tray, and the typing ends. */
export function placeWasLost(canvas: Canvas, editing: Editing, item: Unplaced): void {
  goesOnTyping();
  const name = nameOf(canvas.map(), item);
  toast(`Somebody deleted the place of ${name ? `“${name}”` : 'what you typed in'}. It is kept under Unplaced.`, {
    action: {
      label: 'Put back',
      run() {
        // Without a place there is no field, and every key would wait for one.
        if (putBack(canvas, item)) useView.getState().edit({ ...editing, append: true });
      },
    },
  });
}

/**
 * Whether a key still belongs to the text that is gone. Who types does not look up at once, and the rest of a sentence
 * must not be taken for commands.
 */
export function isTypingOn(): boolean {
  const now = performance.now();
  if (now >= typesUntil) return false;
  typesUntil = Math.max(typesUntil, now + PAUSE_MS);
  return true;
}
