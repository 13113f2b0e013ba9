import type { KeyboardEvent } from 'react';
import { outlineOf } from '../../shared/model/outline.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import type { MapSession } from '../session/mapSession.ts';
import { openDetails } from '../views/goToMap.ts';
import { addNewIn, addNewStep, afterIn } from './outlineAdds.ts';
import { moveRow, removeRow } from './outlineMoves.ts';
import type { OutlineRow } from './outlineRows.ts';
import { goToRow, openDialog, openStage, toggleFields, typeIn } from './outlineStore.ts';

/** Keys of the outline while the focus is on a line; what they mean on the map they mean here, where there is such a thing. */
export function onOutlineKey(session: MapSession, rows: readonly OutlineRow[], event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || target.closest('input, textarea, select, [role="menu"], [role="dialog"]'))
    return;
  const mayEdit = reaches(session.store.getState().role, 'editor');
  const command = event.ctrlKey || event.metaKey;
  const done = (acted: boolean) => acted && event.preventDefault();
  if (command) {
    const key = event.key.toLowerCase();
    if (!mayEdit || (key !== 'z' && key !== 'y')) return;
    if (key === 'z' && !event.shiftKey) session.undo();
    else session.redo();
    done(true);
    return;
  }
  const key = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  if (!row) return;
  if (event.altKey) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (!by || !row.item || !mayEdit) return;
    moveRow(session, row.item, by);
    done(true);
    return;
  }
  done(walk(rows, at, row, event.key) || (mayEdit && act(session, row, event.key)));
}

function walk(rows: readonly OutlineRow[], at: number, row: OutlineRow, key: string): boolean {
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

function act(session: MapSession, { key: row, item }: OutlineRow, key: string): boolean {
  if (!item) return false;
  switch (key) {
    case 'F2':
      if (item.kind !== 'handoff') typeIn(item, false, row);
      return true;
    case 'Delete':
    case 'Backspace':
      removeRow(session, item);
      return true;
    case 's':
      return addStepAt(session, item.kind, item.id);
    case 't':
      return addTouchpointAt(session, item.kind, item.id);
    case 'h':
      if (item.kind === 'touchpoint') openDialog({ kind: 'handoff', item });
      return item.kind === 'touchpoint';
    case 'm':
      if (item.kind === 'step' || item.kind === 'touchpoint' || item.kind === 'note')
        openDialog({ kind: 'move', item });
      return true;
    case 'e':
    case 'o':
      if (item.kind === (key === 'e' ? 'step' : 'touchpoint')) toggleFields(row);
      return true;
    case 'd':
      openDetails(item);
      return true;
    default:
      return false;
  }
}

/** After this step, or at the end of this stage. */
function addStepAt(session: MapSession, kind: string, id: string): boolean {
  const { stages } = outlineOf(session.store.getState().map);
  const own = stages.find(({ stage, steps }) => stage.id === id || steps.some((step) => step.id === id));
  if (own) addNewStep(session, own.stage.id, kind === 'step' ? afterIn(own.steps, id) : null);
  return own !== undefined;
}

/** After this touchpoint or note in its cell; at a step, in the department that comes first. */
function addTouchpointAt(session: MapSession, kind: string, id: string): boolean {
  const { map } = session.store.getState();
  const outline = outlineOf(map);
  if (kind === 'step') {
    const lane = outline.departments[0];
    const step = outline.steps[outline.stepIndex(id)];
    if (lane && step) addNewIn(session, { step: step.id, lane: lane.id });
    return lane !== undefined && step !== undefined;
  }
  const place = (kind === 'note' ? map.notes : map.touchpoints).get(id)?.place ?? null;
  if (!outline.isPlaced(place)) return false;
  const cell: readonly { readonly id: string }[] =
    kind === 'note' ? outline.notesIn(place.step, place.lane) : outline.touchpointsIn(place.step, place.lane);
  addNewIn(session, place, afterIn(cell, id));
  return true;
}
