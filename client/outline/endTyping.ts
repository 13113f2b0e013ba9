import { changeItems, changeOf } from '../../shared/commands/changeItems.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { nameOf } from '../../shared/model/collections.ts';
import { guessLifecycle } from '../../shared/model/lifecycle.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { Done } from '../canvas/TextEdit.tsx';
import { applyCapture } from '../capture/applyCapture.ts';
import type { MapSession } from '../session/session.ts';
import { addNewIn, addNewLane, addNewStage, addNewStep, afterIn, togetherWith } from './outlineAdds.ts';
import { rowKey } from './outlineRows.ts';
import { goToRow, typeIn, useOutline } from './outlineStore.ts';

/** What happens when typing in a line of the outline ends. */
export function endTyping(session: MapSession, item: ItemRef, how: Done): void {
  const { typing } = useOutline.getState();
  // A field that goes may still report its blur when the next one is open already.
  if (!typing || rowKey(typing.item) !== rowKey(item)) return;
  useOutline.setState({ typing: null });
  const { map } = session.store.getState();
  if (typing.fresh && isLeftEmpty(map, item)) {
    takeBack(session, item);
    if (how !== 'blur') goToRow(typing.from);
    return;
  }
  if (typing.fresh && item.kind === 'stage') tagLifecycle(session, item);
  if (typing.fresh && item.kind === 'touchpoint') applyCapture(session, item.id);
  if (how === 'blur') return;
  // Capture at the speed of talk: Enter makes the next one, but only after something new.
  if (how === 'enter' && typing.fresh && nameOf(map, item).trim() !== '' && addNext(session, item)) return;
  goToRow(rowKey(item));
}

function isLeftEmpty(map: MapSnapshot, item: ItemRef): boolean {
  if (nameOf(map, item).trim() !== '') return false;
  const { id } = item;
  const used = map.touchpoints.list.some(({ place }) => place?.step === id || place?.lane === id);
  // The step a stage came with stays, named or not: without it there is no column to work in.
  const steps = outlineOf(map).stages.find((stage) => stage.steps.some((step) => step.id === id))?.steps;
  const named = map.steps.list.some(({ stage, title }) => stage === id && title !== '');
  return !used && !named && steps?.length !== 1;
}

/** A new thing nobody named was a slip: it goes as it came. */
function takeBack(session: MapSession, item: ItemRef): void {
  const { map } = session.store.getState();
  const steps = map.steps.list.filter(({ stage }) => item.kind === 'stage' && stage === item.id);
  const items = [item, ...steps.map(({ id }) => ({ kind: 'step', id }) as const)];
  session.run(removeItems, { items }, togetherWith(item));
  session.forget(togetherWith(item));
}

/** "Sales" is sales: a stage named so plainly need not be tagged by hand. Undone together with the name. */
function tagLifecycle(session: MapSession, item: ItemRef): void {
  const stage = session.store.getState().map.stages.get(item.id);
  const lifecycle = stage?.lifecycle === 'other' ? guessLifecycle(stage.title) : 'other';
  if (lifecycle !== 'other') session.run(changeItems, changeOf('stage', item.id, { lifecycle }), togetherWith(item));
}

function addNext(session: MapSession, { kind, id }: ItemRef): boolean {
  const { map } = session.store.getState();
  const outline = outlineOf(map);
  switch (kind) {
    case 'touchpoint':
    case 'note': {
      const place = (kind === 'note' ? map.notes : map.touchpoints).get(id)?.place;
      if (!place) return false;
      const cell: readonly { readonly id: string }[] =
        kind === 'note' ? outline.notesIn(place.step, place.lane) : outline.touchpointsIn(place.step, place.lane);
      addNewIn(session, place, afterIn(cell, id));
      return true;
    }
    case 'step': {
      const own = outline.stages.find(({ steps }) => steps.some((step) => step.id === id));
      if (own) addNewStep(session, own.stage.id, afterIn(own.steps, id));
      return own !== undefined;
    }
    case 'stage': {
      // A stage is named, then its steps.
      const step = map.steps.list.find((other) => other.stage === id && !other.title);
      if (step) typeIn({ kind: 'step', id: step.id }, true, rowKey({ kind, id }));
      else addNewStage(session, afterIn(map.stages.list, id));
      return true;
    }
    case 'lane':
      addNewLane(session, map.lanes.get(id)?.kind ?? 'department', afterIn(map.lanes.list, id));
      return true;
    default:
      return false;
  }
}
