import { enter, leave } from '../canvas/keyEdits.ts';
import { removeSelected } from '../canvas/removeSelected.ts';
import { useView } from '../canvas/viewStore.ts';
import { type Action, done } from './action.ts';

export const editActions: readonly Action[] = [
  {
    id: 'open',
    label: 'Edit what is selected',
    group: 'Edit',
    keys: ['Enter', 'F2'],
    needs: 'viewer',
    also: 'open rename title',
    can: ({ spot }) => spot !== null,
    // Enter on a button is the button's.
    run: ({ canvas, spot, event }) =>
      !(event?.target instanceof Element && event.target.closest('button')) && enter(canvas, spot),
  },
  {
    id: 'leave',
    label: 'Leave the text, the tool or the selection',
    group: 'Edit',
    keys: ['Esc'],
    needs: 'viewer',
    keyOnly: true,
    run: ({ canvas }) => leave(canvas),
  },
  {
    id: 'delete',
    label: 'Delete',
    group: 'Edit',
    keys: ['Del', 'Backspace'],
    needs: 'editor',
    also: 'remove',
    can: () => useView.getState().selected.length > 0,
    run: ({ canvas }) => done(() => removeSelected(canvas)),
  },
  {
    id: 'undo',
    label: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    needs: 'editor',
    anywhere: true,
    can: ({ canvas }) => canvas.session.store.getState().canUndo,
    run: ({ canvas }) => done(canvas.session.undo),
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    needs: 'editor',
    anywhere: true,
    can: ({ canvas }) => canvas.session.store.getState().canRedo,
    run: ({ canvas }) => done(canvas.session.redo),
  },
];
