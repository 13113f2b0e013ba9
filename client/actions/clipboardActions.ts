import { useView } from '../canvas/viewStore.ts';
import { byCommand, duplicate, pasteByChoice } from '../clipboard/useClipboard.ts';
import { type Action, done } from './action.ts';

const COPIED = new Set(['touchpoint', 'note', 'step', 'stage']);
const canCopy = () => useView.getState().selected.some(({ kind }) => COPIED.has(kind));

export const clipboardActions: readonly Action[] = [
  {
    id: 'copy',
    label: 'Copy',
    group: 'Edit',
    keys: ['Mod+C'],
    needs: 'viewer',
    byBrowser: true,
    can: canCopy,
    run: () => byCommand('copy'),
  },
  {
    id: 'cut',
    label: 'Cut',
    group: 'Edit',
    keys: ['Mod+X'],
    needs: 'editor',
    byBrowser: true,
    can: canCopy,
    run: () => byCommand('cut'),
  },
  {
    id: 'paste',
    label: 'Paste',
    group: 'Edit',
    keys: ['Mod+V'],
    needs: 'editor',
    byBrowser: true,
    also: 'table lines spreadsheet',
    run: ({ canvas }) => done(() => void pasteByChoice(canvas)),
  },
  {
    id: 'duplicate',
    label: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+D'],
    needs: 'editor',
    also: 'copy twice',
    can: canCopy,
    run: ({ canvas }) => duplicate(canvas),
  },
];
