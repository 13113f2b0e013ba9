import { outlineOf } from '../../shared/model/outline.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import type { Action } from '../actions/action.ts';
import { useView } from '../canvas/viewStore.ts';
import type { MapSession } from '../session/mapSession.ts';
import { openDetails } from '../views/goToMap.ts';
import { addNewIn, addNewLane, addNewStage, addNewStep, afterIn } from './outlineAdds.ts';
import { moveRow, removeRow } from './outlineMoves.ts';
import { type OutlineRow, rowKey, rowsOf } from './outlineRows.ts';
import { goToRow, isStageClosed, openDialog, openStage, toggleFields, typeIn, useOutline } from './outlineStore.ts';

/** The outline is no part of the canvas: all it needs is the session. */
interface OutlineAt {
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
const rowAt = ({ canvas }: OutlineAt): OutlineRow | undefined => {
  const { current } = useOutline.getState();
  return rowsNow(canvas.session).find(({ key }) => key === current);
};
const itemAt = (at: OutlineAt) => rowAt(at)?.item ?? null;

const MOVABLE = new Set(['step', 'touchpoint', 'note']);
const group = 'In the outline';
const view = 'outline';

const walks: readonly OutlineAction[] = [
  {
    id: 'outline.walk',
    label: 'Go to the line above or below; into a stage and out of it',
    group,
    keys: ['Arrows'],
    needs: 'viewer',
    view,
    keyOnly: true,
    run: ({ canvas, event }) => event !== null && walk(rowsNow(canvas.session), event.key),
  },
  {
    id: 'outline.extend',
    label: 'Select the line above or below, too',
    group,
    keys: ['Shift+Arrows'],
    needs: 'viewer',
    view,
    keyOnly: true,
    run({ canvas, event }) {
      const rows = rowsNow(canvas.session);
      const by = { ArrowUp: -1, ArrowDown: 1 }[event?.key ?? ''];
      const at = rows.findIndex(({ key }) => key === useOutline.getState().current);
      // Buttons that add stand between the lines.
      let to = by ? at + by : at;
      while (by && rows[to] && !rows[to]?.item) to += by;
      if (by && rows[to]) goToRow(rows[to]?.key ?? null, true);
      return by !== undefined;
    },
  },
  {
    id: 'outline.ends',
    label: 'Go to the first or the last line',
    group,
    keys: ['Home', 'End'],
    needs: 'viewer',
    view,
    keyOnly: true,
    run: ({ canvas, event }) => event !== null && walk(rowsNow(canvas.session), event.key),
  },
  {
    id: 'outline.leave',
    label: 'Select nothing: the details are those of the map',
    group,
    keys: ['Esc'],
    needs: 'viewer',
    view,
    keyOnly: true,
    run() {
      useView.getState().select([]);
      return true;
    },
  },
  {
    id: 'outline.move',
    label: 'Move the line up or down',
    group,
    keys: ['Alt+Arrows'],
    needs: 'editor',
    view,
    keyOnly: true,
    run(at) {
      const by = { ArrowUp: -1, ArrowDown: 1 }[at.event?.key ?? ''] as -1 | 1 | undefined;
      const item = itemAt(at);
      if (by && item) moveRow(at.canvas.session, item, by);
      return by !== undefined && item !== null;
    },
  },
];

const edits: readonly OutlineAction[] = [
  {
    id: 'outline.rename',
    label: 'Rename the line',
    group,
    keys: ['Enter', 'F2'],
    needs: 'editor',
    view,
    also: 'edit title text',
    can: (at) => (itemAt(at)?.kind ?? 'handoff') !== 'handoff',
    run(at) {
      const row = rowAt(at);
      // Enter on a button is the button's: on a title it opens the title.
      if (at.event?.key === 'Enter' || !row?.item || row.item.kind === 'handoff') return false;
      typeIn(row.item, false, row.key);
      return true;
    },
  },
  {
    id: 'outline.delete',
    label: 'Delete the line, or all that are selected',
    group,
    keys: ['Del', 'Backspace'],
    needs: 'editor',
    view,
    also: 'remove',
    can: (at) => itemAt(at) !== null,
    run(at) {
      const item = itemAt(at);
      if (item) removeRow(at.canvas.session, item);
      return item !== null;
    },
  },
  {
    id: 'outline.elsewhere',
    label: 'Move the line elsewhere',
    group,
    keys: ['M'],
    needs: 'editor',
    view,
    also: 'put back step stage department',
    can: (at) => MOVABLE.has(itemAt(at)?.kind ?? ''),
    run(at) {
      const item = itemAt(at);
      if (item && MOVABLE.has(item.kind)) openDialog({ kind: 'move', item });
      return item !== null;
    },
  },
  {
    id: 'outline.feel',
    label: 'Rate emotion under the line of a step',
    group,
    keys: ['E'],
    needs: 'editor',
    view,
    also: 'feeling moment of truth',
    can: (at) => itemAt(at)?.kind === 'step',
    run: (at) => openFields(at, 'step'),
  },
  {
    id: 'outline.owner',
    label: 'Channel and owner under the line of a touchpoint',
    group,
    keys: ['O'],
    needs: 'editor',
    view,
    can: (at) => itemAt(at)?.kind === 'touchpoint',
    run: (at) => openFields(at, 'touchpoint'),
  },
  {
    id: 'outline.details',
    label: 'Details of the line',
    group,
    keys: ['D'],
    needs: 'viewer',
    view,
    also: 'fields panel',
    can: (at) => itemAt(at) !== null,
    run(at) {
      const item = itemAt(at);
      if (item) openDetails(item);
      return item !== null;
    },
  },
];

const adds: readonly OutlineAction[] = [
  {
    id: 'outline.step',
    label: 'Add step',
    group,
    keys: ['S'],
    needs: 'editor',
    view,
    can: (at) => ['stage', 'step'].includes(itemAt(at)?.kind ?? ''),
    run: (at) => addStepAt(at),
  },
  {
    id: 'outline.touchpoint',
    label: 'Add touchpoint or note',
    group,
    keys: ['T'],
    needs: 'editor',
    view,
    can: (at) => MOVABLE.has(itemAt(at)?.kind ?? ''),
    run: (at) => addTouchpointAt(at),
  },
  {
    id: 'outline.handoff',
    label: 'Hand off to another touchpoint',
    group,
    keys: ['H'],
    needs: 'editor',
    view,
    also: 'link connect draw',
    can: (at) => itemAt(at)?.kind === 'touchpoint',
    run(at) {
      const item = itemAt(at);
      if (item?.kind !== 'touchpoint') return false;
      openDialog({ kind: 'handoff', item });
      return true;
    },
  },
  {
    id: 'outline.stage',
    label: 'Add stage',
    group,
    keys: [', S'],
    needs: 'editor',
    anywhere: true,
    view,
    run({ canvas }) {
      addNewStage(canvas.session, null);
      return true;
    },
  },
  {
    id: 'outline.department',
    label: 'Add department',
    group,
    keys: [', L'],
    needs: 'editor',
    anywhere: true,
    view,
    also: 'lane',
    run({ canvas }) {
      addNewLane(canvas.session, 'department', null);
      return true;
    },
  },
  {
    id: 'outline.notes',
    label: 'Add notes lane',
    group,
    keys: [', T'],
    needs: 'editor',
    anywhere: true,
    view,
    also: 'pains ideas quotes',
    run({ canvas }) {
      addNewLane(canvas.session, 'notes', null);
      return true;
    },
  },
];

/** What the keys of the outline do; what they mean on the map they mean here, where there is such a thing. */
export const outlineActions: readonly OutlineAction[] = [...walks, ...edits, ...adds];

function walk(rows: readonly OutlineRow[], key: string): boolean {
  const { current } = useOutline.getState();
  const at = rows.findIndex((row) => row.key === current);
  const row = rows[at];
  if (!row) return false;
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 }[key];
  if (next !== undefined) {
    goToRow(rows[next]?.key ?? null);
    return true;
  }
  if (key === 'ArrowLeft') {
    if (row.parent) goToRow(row.parent);
    else if (row.item?.kind === 'stage') openStage(row.item.id, 'closed');
    return true;
  }
  if (key === 'ArrowRight') {
    const child = rows[at + 1];
    if (row.item?.kind === 'stage') openStage(row.item.id, 'open');
    if (child?.parent === row.key) goToRow(child.key);
    return true;
  }
  return false;
}

function openFields(at: OutlineAt, kind: 'step' | 'touchpoint'): boolean {
  const item = itemAt(at);
  if (item?.kind !== kind) return false;
  toggleFields(rowKey(item));
  return true;
}

/** After this step, or at the end of this stage. */
function addStepAt(at: OutlineAt): boolean {
  const { session } = at.canvas;
  const item = itemAt(at);
  const { stages } = outlineOf(session.store.getState().map);
  const own = stages.find(({ stage, steps }) => stage.id === item?.id || steps.some((step) => step.id === item?.id));
  if (own && item) addNewStep(session, own.stage.id, item.kind === 'step' ? afterIn(own.steps, item.id) : null);
  return own !== undefined;
}

/** After this touchpoint or note in its cell; at a step, in the department that comes first. */
function addTouchpointAt(at: OutlineAt): boolean {
  const { session } = at.canvas;
  const item = itemAt(at);
  if (!item) return false;
  const { map } = session.store.getState();
  const outline = outlineOf(map);
  if (item.kind === 'step') {
    const lane = outline.departments[0];
    const step = outline.steps[outline.stepIndex(item.id)];
    if (lane && step) addNewIn(session, { step: step.id, lane: lane.id });
    return lane !== undefined && step !== undefined;
  }
  const place = (item.kind === 'note' ? map.notes : map.touchpoints).get(item.id)?.place ?? null;
  if (!outline.isPlaced(place)) return false;
  const cell: readonly { readonly id: string }[] =
    item.kind === 'note' ? outline.notesIn(place.step, place.lane) : outline.touchpointsIn(place.step, place.lane);
  addNewIn(session, place, afterIn(cell, item.id));
  return true;
}
