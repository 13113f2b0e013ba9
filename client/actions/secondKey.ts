import type { Canvas } from '../canvas/canvasContext.ts';
import type { Spot } from '../canvas/spots.ts';
import type { Action, At } from './action.ts';
import { SEQUENCE } from './chord.ts';
import { isSecondKey } from './chordWords.ts';
import { goToCanvas } from './goToCanvas.ts';
import { actionsFor, canBeDone } from './list.ts';

/** What the keys after a comma mean here and now. */
export function secondActions(canvas: Canvas, spot: Spot | null): readonly Action[] {
  const at: At = { canvas, spot, event: null };
  return actionsFor(canvas.session.store.getState().role).filter(
    (action) => action.keys.some((chord) => chord.startsWith(SEQUENCE)) && canBeDone(action, at),
  );
}

/** Does what the key after the comma says; a key that says nothing does nothing. */
export function secondKey(canvas: Canvas, spot: Spot | null, event: KeyboardEvent): void {
  const action = secondActions(canvas, spot).find(({ keys }) => keys.some((chord) => isSecondKey(chord, event)));
  if (action) act(canvas, spot, action);
}

export function act(canvas: Canvas, spot: Spot | null, action: Action): void {
  if (action.view === 'map') goToCanvas(canvas);
  action.run({ canvas, spot, event: null });
}
