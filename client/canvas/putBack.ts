import { moveStep } from '../../shared/commands/moveStep.ts';
import { collectionOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Place } from '../../shared/model/records.ts';
import { toast } from '../ui/toasts.ts';
import { cellToFill } from './addItems.ts';
import type { Canvas } from './canvasContext.ts';
import { focusSpot } from './focusSpot.ts';
import { moveInto } from './moveCards.ts';
import { useView } from './viewStore.ts';

/** What lost its stage, step or lane. */
export interface Unplaced {
  readonly kind: 'step' | 'touchpoint' | 'note';
  readonly id: string;
}

/** This item as one that waits in the tray; null of what stands on the map or is gone. */
export function asUnplaced(canvas: Canvas, kind: string, id: string): Unplaced | null {
  const { unplaced } = outlineOf(canvas.map());
  const waits = (items: readonly { readonly id: string }[]) => items.some((item) => item.id === id);
  if (kind === 'step') return waits(unplaced.steps) ? { kind, id } : null;
  if (kind === 'touchpoint') return waits(unplaced.touchpoints) ? { kind, id } : null;
  return kind === 'note' && waits(unplaced.notes) ? { kind, id } : null;
}

/** Into the cell one is in, or the first there is; a step goes to the stage one is in. Answers whether it stands there. */
export function putBack(canvas: Canvas, item: Unplaced): boolean {
  const { kind, id } = item;
  if (!moveBack(canvas, item)) {
    const needed = kind === 'step' ? 'a stage' : 'a step and a lane';
    toast(`There is no place for it yet: it needs ${needed}.`, { tone: 'problem', about: 'put back' });
    return false;
  }
  focusSpot(canvas, { kind, id });
  return canvas.map()[collectionOf(kind)].has(id) && asUnplaced(canvas, kind, id) === null;
}

/** False where the map has no place for it. */
function moveBack(canvas: Canvas, { kind, id }: Unplaced): boolean {
  if (kind === 'step') {
    const [selected] = useView.getState().selected;
    const stages = canvas.map().stages;
    const stage = (selected && stages.get(selected.id)) ?? stages.list[0];
    if (stage) canvas.session.run(moveStep, { id: idOf(id), stage: stage.id, before: null });
    return stage !== undefined;
  }
  const place = placeToReturn(canvas, id);
  if (place) moveInto(canvas, [{ kind, id }], place, null);
  return place !== null;
}

/** What of its old place is still there stays: after a step is gone, its touchpoints keep their departments. */
function placeToReturn(canvas: Canvas, id: string): Place | null {
  const map = canvas.map();
  const before = (map.touchpoints.get(id) ?? map.notes.get(id))?.place;
  const place = cellToFill(canvas);
  if (!place) return null;
  const step = before && outlineOf(map).stepIndex(before.step) >= 0 ? before.step : place.step;
  const lane = before && map.lanes.has(before.lane) ? before.lane : place.lane;
  return { step, lane };
}
