import { flushSync } from 'react-dom';
import type { Canvas } from '../canvas/canvasContext.ts';
import { focusCanvas } from '../canvas/focusSpot.ts';
import { chooseView } from '../views/viewChoice.ts';

/** Shows the map and gives it the focus: what is done there next finds it ready. */
export function goToCanvas(canvas: Canvas): void {
  // While another view is shown the map takes no focus; only when that is gone from the page it can.
  flushSync(() => chooseView('map'));
  focusCanvas(canvas);
}
