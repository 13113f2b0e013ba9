import { addLane } from '../../shared/commands/addLane.ts';
import { addNote } from '../../shared/commands/addNote.ts';
import { addStage } from '../../shared/commands/addStage.ts';
import { addStep } from '../../shared/commands/addStep.ts';
import { addTouchpoint } from '../../shared/commands/addTouchpoint.ts';
import type { Outcome } from '../../shared/commands/command.ts';
import {
  idOf,
  type LaneId,
  type NoteId,
  type StageId,
  type StepId,
  type TouchpointId,
} from '../../shared/model/ids.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { newId } from '../session/newId.ts';
import type { MapSession } from '../session/session.ts';
import { openStage, typeIn, useOutline } from './outlineStore.ts';

export const textFieldOf = ({ kind }: Pick<ItemRef, 'kind'>): 'title' | 'text' => (kind === 'note' ? 'text' : 'title');

/** What is typed into something new is undone together with its making. */
export const togetherWith = (item: ItemRef): string => `type:${item.kind}/${item.id}/${textFieldOf(item)}`;

function begin(item: ItemRef, outcome: Outcome): void {
  if (outcome.status === 'done') typeIn(item, true, useOutline.getState().current);
}

/** A stage comes with its first step, since a stage alone has no column to work in. */
export function addNewStage(session: MapSession, before: StageId | null): void {
  const item = { kind: 'stage', id: newId() } as const;
  const outcome = session.run(addStage, { id: idOf(item.id), before }, togetherWith(item));
  if (outcome.status === 'refused') return;
  session.run(addStep, { id: idOf(newId()), fields: { stage: idOf(item.id) } }, togetherWith(item));
  openStage(item.id, 'open');
  begin(item, outcome);
}

export function addNewStep(session: MapSession, stage: StageId, before: StepId | null): void {
  const item = { kind: 'step', id: newId() } as const;
  openStage(stage, 'open');
  begin(item, session.run(addStep, { id: idOf(item.id), fields: { stage }, before }, togetherWith(item)));
}

/** A touchpoint or, in a notes lane, a note; before another of its cell, or at the end. */
export function addNewIn(session: MapSession, place: Place, before: string | null = null): void {
  const { map } = session.store.getState();
  const id = newId();
  const stage = map.steps.get(place.step)?.stage;
  if (stage) openStage(stage, 'open');
  if (map.lanes.get(place.lane)?.kind === 'notes') {
    const item = { kind: 'note', id } as const;
    const beforeNote = before === null ? null : idOf<'note'>(before);
    const input = { id: idOf<'note'>(id) as NoteId, fields: { place }, before: beforeNote };
    begin(item, session.run(addNote, input, togetherWith(item)));
    return;
  }
  const item = { kind: 'touchpoint', id } as const;
  const beforeCard = before === null ? null : idOf<'touchpoint'>(before);
  const input = { id: idOf<'touchpoint'>(id) as TouchpointId, fields: { place }, before: beforeCard };
  begin(item, session.run(addTouchpoint, input, togetherWith(item)));
}

export function addNewLane(session: MapSession, kind: 'department' | 'notes', before: LaneId | null): void {
  const item = { kind: 'lane', id: newId() } as const;
  // A new department is as visible as its neighbour, so that the line of visibility stays where it is.
  const { list } = session.store.getState().map.lanes;
  const at = before === null ? list.length : list.findIndex((lane) => lane.id === before);
  const visibility = (list[at - 1] ?? list[at])?.visibility ?? 'frontstage';
  const fields = { kind, ...(kind === 'department' && { visibility }) };
  begin(item, session.run(addLane, { id: idOf(item.id), fields, before }, togetherWith(item)));
}

/** What stands behind an item among its siblings; null at the end. */
export const afterIn = <Id extends string>(list: readonly { readonly id: Id }[], id: string): Id | null =>
  list[list.findIndex((item) => item.id === id) + 1]?.id ?? null;
