import { openDetails } from '../canvas/openDetails.ts';
import { outlineAddActions } from './outlineAddActions.ts';
import { IN_OUTLINE, itemAt, MOVABLE, type OutlineAction, type OutlineAt, rowAt } from './outlineAt.ts';
import { removeRow } from './outlineMoves.ts';
import { rowKey } from './outlineRows.ts';
import { openDialog, toggleFields, typeIn } from './outlineStore.ts';
import { outlineWalks } from './outlineWalks.ts';

const edits: readonly OutlineAction[] = [
  {
    id: 'outline.rename',
    label: 'Rename the line',
    ...IN_OUTLINE,
    keys: ['Enter', 'F2'],
    needs: 'editor',
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
    ...IN_OUTLINE,
    keys: ['Del', 'Backspace'],
    needs: 'editor',
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
    ...IN_OUTLINE,
    keys: ['M'],
    needs: 'editor',
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
    ...IN_OUTLINE,
    keys: ['E'],
    needs: 'editor',
    also: 'feeling moment of truth',
    can: (at) => itemAt(at)?.kind === 'step',
    run: (at) => openFields(at, 'step'),
  },
  {
    id: 'outline.owner',
    label: 'Channel and owner under the line of a touchpoint',
    ...IN_OUTLINE,
    keys: ['O'],
    needs: 'editor',
    can: (at) => itemAt(at)?.kind === 'touchpoint',
    run: (at) => openFields(at, 'touchpoint'),
  },
  {
    id: 'outline.details',
    label: 'Details of the line',
    ...IN_OUTLINE,
    keys: ['D'],
    needs: 'viewer',
    also: 'fields panel',
    can: (at) => itemAt(at) !== null,
    run(at) {
      const item = itemAt(at);
      if (item) openDetails(item);
      return item !== null;
    },
  },
];

/** What the keys of the outline do; what they mean on the map they mean here, where there is such a thing. */
export const outlineActions: readonly OutlineAction[] = [...outlineWalks, ...edits, ...outlineAddActions];

function openFields(at: OutlineAt, kind: 'step' | 'touchpoint'): boolean {
  const item = itemAt(at);
  if (item?.kind !== kind) return false;
  toggleFields(rowKey(item));
  return true;
}
