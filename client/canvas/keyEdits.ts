import { flushSync } from 'react-dom';
import { idOf } from '../../shared/model/ids.ts';
import { addInCell, addStageBefore, addStepBefore, cellToFill } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { linkStep } from './clicks.ts';
import { focusCanvas, focusSpot } from './focusSpot.ts';
import type { Spot } from './spots.ts';
import { useView } from './viewStore.ts';

/** Enter opens what the keyboard is on. */
export function enter(canvas: Canvas, spot: Spot | null): boolean {
  const view = useView.getState();
  if (!canvas.mayEdit()) {
    if (spot && spot.kind !== 'cell') view.showPanel('details');
    return true;
  }
  switch (spot?.kind) {
    case 'touchpoint':
      if (view.tool === 'handoff') linkStep(canvas, spot.id);
      else view.edit({ kind: spot.kind, id: spot.id, field: 'title' });
      return true;
    case 'stage':
    case 'step':
    case 'lane':
      view.edit({ kind: spot.kind, id: spot.id, field: 'title' });
      return true;
    case 'note':
      view.edit({ kind: spot.kind, id: spot.id, field: 'text' });
      return true;
    case 'handoff':
      view.showPanel('details');
      return true;
    case 'cell':
      addInCell(canvas, { step: spot.step, lane: spot.lane });
      return true;
    default:
      return false;
  }
}

/** Escape goes back by one: from a tool, then from the selection. */
export function leave(canvas: Canvas): boolean {
  const view = useView.getState();
  if (view.tool !== 'select') view.setTool('select');
  else if (view.selected.length > 0 || view.cell) {
    view.select([]);
    view.enterCell(null);
    focusCanvas(canvas);
  } else return false;
  return true;
}

/** A step after the one the keyboard is at, or at the end of the last stage. */
export function addStep(canvas: Canvas, spot: Spot | null): boolean {
  const map = canvas.map();
  const place = cellToFill(canvas);
  const at = spot?.kind === 'step' ? spot.id : spot?.kind === 'stage' ? null : place?.step;
  const step = at ? map.steps.get(at) : undefined;
  const stage = step?.stage ?? (spot?.kind === 'stage' ? idOf<'stage'>(spot.id) : map.stages.list.at(-1)?.id);
  // The first step comes with the first stage.
  if (!stage) {
    addStageBefore(canvas, null);
    return true;
  }
  const siblings = map.steps.list.filter((other) => other.stage === stage);
  addStepBefore(canvas, stage, step ? (siblings[siblings.indexOf(step) + 1]?.id ?? null) : null);
  return true;
}

/** Leads to the point of the curve where one is. */
export function rate(canvas: Canvas, spot: Spot | null): boolean {
  const layout = canvas.layout();
  const cell = cellToFill(canvas);
  const step = spot?.kind === 'step' ? spot.id : (cell?.step ?? layout.columns.find((column) => column.step)?.step);
  useView.getState().setTool('emotion');
  if (step) focusSpot(canvas, { kind: 'emotion', id: step });
  return true;
}

/** A letter that is no command starts typing, and is the first that is typed. */
export function typeInto(canvas: Canvas, event: KeyboardEvent, spot: Spot | null): boolean {
  if ([...event.key].length !== 1 || event.key === ' ' || !spot) return false;
  const { edit } = useView.getState();
  switch (spot.kind) {
    case 'touchpoint':
    case 'stage':
    case 'step':
    case 'lane':
      // The field must be there before the browser delivers the letter to whatever has the focus.
      flushSync(() => edit({ kind: spot.kind, id: spot.id, field: 'title', append: true }));
      break;
    case 'note':
      flushSync(() => edit({ kind: 'note', id: spot.id, field: 'text', append: true }));
      break;
    case 'cell':
      flushSync(() => addInCell(canvas, { step: spot.step, lane: spot.lane }));
      break;
    default:
  }
  return false;
}
