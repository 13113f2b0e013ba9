import { outlineOf } from '../../shared/model/outline.ts';
import { addNewIn, addNewLane, addNewStage, addNewStep, afterIn } from './outlineAdds.ts';
import { cellOf, IN_OUTLINE, itemAt, MOVABLE, type OutlineAction, type OutlineAt } from './outlineAt.ts';
import { openDialog } from './outlineStore.ts';

/** New lines. */
export const outlineAddActions: readonly OutlineAction[] = [
  {
    id: 'outline.step',
    label: 'Add step',
    ...IN_OUTLINE,
    keys: ['S'],
    needs: 'editor',
    can: (at) => ['stage', 'step'].includes(itemAt(at)?.kind ?? ''),
    run: (at) => addStepAt(at),
  },
  {
    id: 'outline.touchpoint',
    label: 'Add touchpoint or note',
    ...IN_OUTLINE,
    keys: ['T'],
    needs: 'editor',
    can: (at) => MOVABLE.has(itemAt(at)?.kind ?? ''),
    run: (at) => addTouchpointAt(at),
  },
  {
    id: 'outline.handoff',
    label: 'Hand off to another touchpoint',
    ...IN_OUTLINE,
    keys: ['H'],
    needs: 'editor',
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
    ...IN_OUTLINE,
    keys: [', S'],
    needs: 'editor',
    anywhere: true,
    run({ canvas }) {
      addNewStage(canvas.session, null);
      return true;
    },
  },
  {
    id: 'outline.department',
    label: 'Add department',
    ...IN_OUTLINE,
    keys: [', L'],
    needs: 'editor',
    anywhere: true,
    also: 'lane',
    run({ canvas }) {
      addNewLane(canvas.session, 'department', null);
      return true;
    },
  },
  {
    id: 'outline.notes',
    label: 'Add notes lane',
    ...IN_OUTLINE,
    keys: [', T'],
    needs: 'editor',
    anywhere: true,
    also: 'pains ideas quotes',
    run({ canvas }) {
      addNewLane(canvas.session, 'notes', null);
      return true;
    },
  },
];

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
  const place = cellOf(map, item);
  if (!place) return false;
  if (item.kind === 'step') addNewIn(session, place);
  else {
    const { notesIn, touchpointsIn } = outlineOf(map);
    const inCell: readonly { readonly id: string }[] = (item.kind === 'note' ? notesIn : touchpointsIn)(
      place.step,
      place.lane,
    );
    addNewIn(session, place, afterIn(inCell, item.id));
  }
  return true;
}
