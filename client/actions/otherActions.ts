import { commentHere } from '../canvas/commentHere.ts';
import type { Action } from './action.ts';
import { openKeys, openPalette } from './openDialog.ts';

export const otherActions: readonly Action[] = [
  {
    id: 'comment',
    label: 'Comment',
    group: 'Together',
    keys: ['C'],
    needs: 'commenter',
    also: 'discuss ask',
    run: ({ canvas, spot }) => commentHere(canvas, spot),
  },
  {
    id: 'palette',
    label: 'Find and do',
    group: 'Help',
    keys: ['Mod+K'],
    needs: 'viewer',
    anywhere: true,
    keyOnly: true,
    run({ spot }) {
      openPalette(spot);
      return true;
    },
  },
  {
    id: 'keys',
    label: 'Show all keys',
    group: 'Help',
    keys: ['?'],
    needs: 'viewer',
    anywhere: true,
    also: 'help shortcuts keyboard',
    run() {
      openKeys();
      return true;
    },
  },
];
