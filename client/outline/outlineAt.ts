import { outlineOf } from '../../shared/model/outline.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import type { Action } from '../actions/action.ts';
import type { MapSession } from '../session/session.ts';
import { type OutlineRow, rowsOf } from './outlineRows.ts';
import { isStageClosed, useOutline } from './outlineStore.ts';

/** The outline is no part of the canvas: all it needs is the session. */
export interface OutlineAt {
  readonly canvas: { readonly session: MapSession };
  readonly event: KeyboardEvent | null;
}

/** An action that can be done wherever there is a session. */
export interface OutlineAction extends Omit<Action, 'can' | 'run'> {
  can?(at: OutlineAt): boolean;
  run(at: OutlineAt): boolean;
}

/** All lines of the outline as it stands. */
export function rowsNow({ store }: MapSession): readonly OutlineRow[] {
  const { map, role } = store.getState();
  const { stages } = useOutline.getState();
  const isClosed = (stage: string) => isStageClosed(stages, map.touchpoints.list.length, stage);
  return rowsOf(map, { mayEdit: reaches(role, 'editor'), isClosed });
}

/** The line the keyboard is at. */
export const rowAt = ({ canvas }: OutlineAt): OutlineRow | undefined => {
  const { current } = useOutline.getState();
  return rowsNow(canvas.session).find(({ key }) => key === current);
};
export const itemAt = (at: OutlineAt) => rowAt(at)?.item ?? null;

/** The cell of a line; of a step, that of the department that comes first. */
export function cellOf(map: MapSnapshot, { kind, id }: ItemRef): Place | null {
  const outline = outlineOf(map);
  if (kind === 'step') {
    const step = outline.steps[outline.stepIndex(id)];
    const lane = outline.departments[0];
    return step && lane ? { step: step.id, lane: lane.id } : null;
  }
  const place = (map.touchpoints.get(id) ?? map.notes.get(id))?.place ?? null;
  return outline.isPlaced(place) ? place : null;
}

/** What stands in a stage or a cell and can stand in another. */
export const MOVABLE = new Set(['step', 'touchpoint', 'note']);

/** What all actions of the outline share. */
export const IN_OUTLINE = { group: 'In the outline', view: 'outline' } as const;
