import { moveStep } from '../../shared/commands/moveStep.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { Place } from '../../shared/model/records.ts';
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

/** Into the cell one is in, or the first there is; a step goes to the stage one is in. */
export function putBack(canvas: Canvas, item: Unplaced): void {
  if (item.kind === 'step') {
    const [selected] = useView.getState().selected;
    const stages = canvas.map().stages;
    const stage = (selected && stages.get(selected.id)) ?? stages.list[0];
    if (stage) canvas.session.run(moveStep, { id: idOf(item.id), stage: stage.id, before: null });
  } else {
    const place = placeToReturn(canvas, item);
    if (place) moveInto(canvas, [{ kind: item.kind, id: item.id }], place, null);
  }
  focusSpot(canvas, { kind: item.kind, id: item.id });
}

/** What of its old place is still there stays: after a step is gone, its touchpoints keep their departments. */
function placeToReturn(canvas: Canvas, item: Unplaced): Place | null {
  const map = canvas.map();
  const before = (map.touchpoints.get(item.id) ?? map.notes.get(item.id))?.place;
  const place = cellToFill(canvas);
  if (!place) return null;
  const step = before && outlineOf(map).stepIndex(before.step) >= 0 ? before.step : place.step;
  const lane = before && map.lanes.has(before.lane) ? before.lane : place.lane;
  return { step, lane };
}
