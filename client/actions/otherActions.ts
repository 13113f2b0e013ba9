import { commentHere } from '../canvas/commentHere.ts';
import { type Action, done } from './action.ts';
import { openKeys, openPalette, openSecondKeys } from './openDialog.ts';

export const otherActions: readonly Action[] = [
  {
    id: 'comment',
    label: 'Comment',
    group: 'Together',
    keys: ['C'],
    needs: 'commenter',
    anywhere: true,
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
    run: ({ spot }) => done(() => openPalette(spot)),
  },
  {
    id: 'second',
    label: 'More keys: the comma, then one of those that follow it',
    group: 'Help',
    keys: [','],
    needs: 'viewer',
    anywhere: true,
    keyOnly: true,
    run: ({ spot }) => done(() => openSecondKeys(spot)),
  },
  {
    id: 'panel',
    label: 'Into the panel at the side, and back',
    group: 'Look',
    keys: ['F6'],
    needs: 'viewer',
    anywhere: true,
    also: 'details fields',
    run: ({ canvas }) =>
      done(() => void import('./intoPanel.ts').then(({ intoPanelOrBack }) => intoPanelOrBack(canvas))),
  },
  {
    id: 'keys',
    label: 'Show all keys',
    group: 'Help',
    keys: ['?'],
    needs: 'viewer',
    anywhere: true,
    also: 'help shortcuts keyboard',
    run: () => done(() => openKeys()),
  },
];
