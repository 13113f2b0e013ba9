import { moveNotes } from '../../shared/commands/moveNotes.ts';
import { moveTouchpoints } from '../../shared/commands/moveTouchpoints.ts';
import { KIND_NAMES } from '../../shared/commands/refuse.ts';
import { removeItems } from '../../shared/commands/removeItems.ts';
import { restoreItems } from '../../shared/commands/restoreItems.ts';
import { collectionOf, nameOf } from '../../shared/model/collections.ts';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import type { ItemRef, Place } from '../../shared/model/records.ts';
import { moveByOne } from '../canvas/moveHeader.ts';
import { sameItem, useView } from '../canvas/viewStore.ts';
import type { MapSession } from '../session/session.ts';
import { toast } from '../ui/toasts.ts';
import { rowKey } from './outlineRows.ts';
import { goToRow, openStage } from './outlineStore.ts';

/**
 * Moves an item up or down the outline by one place. What is first or last in its cell goes over to the step before or
 * after, in the same lane.
 */
export function moveRow(session: MapSession, item: ItemRef, by: -1 | 1): void {
  const { map } = session.store.getState();
  switch (item.kind) {
    case 'stage':
    case 'step':
    case 'lane':
      moveByOne(session, { kind: item.kind, id: item.id }, by);
      break;
    case 'touchpoint':
    case 'note': {
      const outline = outlineOf(map);
      const place = (item.kind === 'note' ? map.notes : map.touchpoints).get(item.id)?.place;
      if (!place || !outline.isPlaced(place)) return;
      const cellIn = item.kind === 'note' ? outline.notesIn : outline.touchpointsIn;
      const cell = cellIn(place.step, place.lane);
      const to = cell.findIndex(({ id }) => id === item.id) + by;
      if (to >= 0 && to < cell.length) {
        putInto(session, item, place, cell[by < 0 ? to : to + 1]?.id ?? null);
        break;
      }
      const step = outline.steps[outline.stepIndex(place.step) + by];
      if (!step) return;
      const first = by > 0 ? (cellIn(step.id, place.lane)[0]?.id ?? null) : null;
      putInto(session, item, { step: step.id, lane: place.lane }, first);
      break;
    }
    default:
      return;
  }
  showRow(session, item);
}

/** Puts a touchpoint or a note into a cell; answers whether that was possible. */
export function putInto(session: MapSession, { kind, id }: ItemRef, place: Place, before: string | null): boolean {
  const outcome =
    kind === 'note'
      ? session.run(moveNotes, { ids: [idOf(id)], place, before: before === null ? null : idOf(before) })
      : session.run(moveTouchpoints, { ids: [idOf(id)], place, before: before === null ? null : idOf(before) });
  return outcome.status === 'done';
}

/** Opens what an item stands in and goes to it. */
export function showRow(session: MapSession, item: ItemRef): void {
  openAbove(session, item);
  goToRow(rowKey(item));
}

/** Opens the stage an item stands in, so that its line is there. */
export function openAbove(session: MapSession, { kind, id }: ItemRef): void {
  const { map } = session.store.getState();
  const card = kind === 'handoff' ? (map.handoffs.get(id)?.from ?? '') : id;
  const place = (kind === 'note' ? map.notes : map.touchpoints).get(card)?.place;
  const stage = map.steps.get(kind === 'step' ? id : (place?.step ?? ''))?.stage;
  if (stage) openStage(stage, 'open');
}

/**
 * Deletes an item, and with it whatever is selected besides, and offers to take that back. The keyboard goes on at the
 * line that takes its place.
 */
export function removeRow(session: MapSession, item: ItemRef): void {
  const { selected } = useView.getState();
  const { map } = session.store.getState();
  const several = selected.length > 1 && selected.some((one) => sameItem(one, item));
  const items = (several ? selected : [item]).filter(({ kind, id }) => map[collectionOf(kind)].has(id));
  const name = nameOf(map, item);
  if (session.run(removeItems, { items }).status === 'refused') return;
  const what = items.length > 1 ? `${items.length} items` : name ? `“${name}”` : KIND_NAMES[item.kind];
  toast(`Deleted ${what}.`, {
    action: {
      label: 'Undo',
      run() {
        if (session.run(restoreItems, { items }).status === 'done') goToRow(rowKey(item));
      },
    },
  });
}
