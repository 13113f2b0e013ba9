import type { Canvas } from '../canvas/canvasContext.ts';
import type { Spot } from '../canvas/spots.ts';
import { useViewChoice } from '../views/viewChoice.ts';
import type { Action, At } from './action.ts';
import { isSecondKey } from './chord.ts';
import { goToCanvas } from './goToCanvas.ts';
import { actionsFor } from './list.ts';
import { closeDialog, useOpenDialog } from './openDialog.ts';

/** What the keys after a comma mean here and now. */
export function secondActions(canvas: Canvas, spot: Spot | null): readonly Action[] {
  const { view } = useViewChoice.getState();
  const at: At = { canvas, spot, event: null };
  return actionsFor(canvas.session.store.getState().role).filter(
    (action) =>
      action.keys.some((chord) => chord.startsWith(', ')) &&
      (action.view === undefined || (action.view === 'outline') === (view === 'outline')) &&
      (action.can?.(at) ?? true),
  );
}

/** Does what the key after the comma says; a key that says nothing ends the waiting. */
export function secondKey(canvas: Canvas, event: KeyboardEvent): void {
  const { open, spot } = useOpenDialog.getState();
  // Two keys may have come before the first of them was heard.
  if (open !== 'second') return;
  closeDialog();
  const action = secondActions(canvas, spot).find(({ keys }) => keys.some((chord) => isSecondKey(chord, event)));
  if (action) act(canvas, spot, action);
}

export function act(canvas: Canvas, spot: Spot | null, action: Action): void {
  if (action.view === 'map') goToCanvas(canvas);
  action.run({ canvas, spot, event: null });
}
