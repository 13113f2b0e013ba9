import { outlineOf } from '../../shared/model/outline.ts';
import type { Lane, Stage, Step } from '../../shared/model/records.ts';
import { cellOfSpot } from '../canvas/spots.ts';
import type { At } from './action.ts';

/** The stage, the step and the lane that the keyboard is at: of a card those it stands in. */
export interface PlaceOf {
  readonly stage: Stage | undefined;
  readonly step: Step | undefined;
  readonly lane: Lane | undefined;
}

export function placeOf({ canvas, spot }: At): PlaceOf {
  const map = canvas.map();
  const id = spot && spot.kind !== 'cell' ? spot.id : '';
  const place = spot && (cellOfSpot(canvas.layout(), spot) ?? (map.touchpoints.get(id) ?? map.notes.get(id))?.place);
  const step = map.steps.get(place?.step ?? id);
  return {
    step,
    stage: map.stages.get(id) ?? (step && outlineOf(map).stageOf(step.id)),
    lane: map.lanes.get(place?.lane ?? id),
  };
}
