import { outlineOf } from '../../shared/model/outline.ts';
import type { Handoff, ItemRef } from '../../shared/model/records.ts';
import type { MapSnapshot, Table } from '../../shared/model/snapshot.ts';

/** One line of the outline that the arrow keys stop at: an item, or a button that adds one. */
export interface OutlineRow {
  readonly key: string;
  /** Null for a button that adds. */
  readonly item: ItemRef | null;
  /** The line that the left arrow leads to. */
  readonly parent: string | null;
}

export const rowKey = ({ kind, id }: ItemRef): string => `${kind}/${id}`;
export const ADD_STAGE = 'add/stage';
export const ADD_LANE = 'add/lane';
export const addStepKey = (stage: string): string => `add/step/${stage}`;
export const addInKey = (step: string): string => `add/in/${step}`;

interface Options {
  /** Stages whose steps are not shown. */
  readonly isClosed: (stage: string) => boolean;
  /** Whether there are buttons that add. */
  readonly mayEdit: boolean;
}

/** All lines from top to bottom, as they stand on screen. */
export function rowsOf(map: MapSnapshot, { isClosed, mayEdit }: Options): readonly OutlineRow[] {
  const outline = outlineOf(map);
  const rows: OutlineRow[] = [];
  const put = (item: ItemRef, parent: string | null): string => {
    const key = rowKey(item);
    rows.push({ key, item, parent });
    return key;
  };
  const putAdd = (key: string, parent: string | null) => {
    if (mayEdit) rows.push({ key, item: null, parent });
  };
  for (const { stage, steps } of outline.stages) {
    const stageRow = put({ kind: 'stage', id: stage.id }, null);
    if (isClosed(stage.id)) continue;
    for (const step of steps) {
      const stepRow = put({ kind: 'step', id: step.id }, stageRow);
      for (const lane of outline.lanes) {
        for (const { id } of outline.touchpointsIn(step.id, lane.id)) {
          const touchpointRow = put({ kind: 'touchpoint', id }, stepRow);
          for (const handoff of handoffsFrom(map.handoffs, id)) put({ kind: 'handoff', id: handoff.id }, touchpointRow);
        }
        for (const { id } of outline.notesIn(step.id, lane.id)) put({ kind: 'note', id }, stepRow);
      }
      putAdd(addInKey(step.id), stepRow);
    }
    putAdd(addStepKey(stage.id), stageRow);
  }
  putAdd(ADD_STAGE, null);
  for (const { id } of outline.lanes) put({ kind: 'lane', id }, null);
  putAdd(ADD_LANE, null);
  const { steps, touchpoints, notes } = outline.unplaced;
  for (const { id } of steps) put({ kind: 'step', id }, null);
  for (const { id } of touchpoints) put({ kind: 'touchpoint', id }, null);
  for (const { id } of notes) put({ kind: 'note', id }, null);
  return rows;
}

const NONE: readonly Handoff[] = [];
const indexes = new WeakMap<Table<Handoff>, Map<string, Handoff[]>>();

/** The hand-offs that lead on from a touchpoint. The index is made once for each state of the hand-offs. */
export function handoffsFrom(handoffs: Table<Handoff>, touchpoint: string): readonly Handoff[] {
  let index = indexes.get(handoffs);
  if (!index) {
    index = new Map();
    for (const handoff of handoffs.list) {
      if (!handoff.from) continue;
      const list = index.get(handoff.from);
      if (list) list.push(handoff);
      else index.set(handoff.from, [handoff]);
    }
    indexes.set(handoffs, index);
  }
  return index.get(touchpoint) ?? NONE;
}
