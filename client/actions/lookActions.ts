import { selectionRect, zoomToSelection } from '../canvas/fitSelection.ts';
import { toggleMiniMap } from '../canvas/miniMapStore.ts';
import { fitAll } from '../canvas/useOpening.ts';
import { zoomBy } from '../canvas/zoom.ts';
import { type Action, done } from './action.ts';

export const lookActions: readonly Action[] = [
  {
    id: 'fit',
    label: 'Show the whole map',
    group: 'Look',
    keys: ['Shift+1'],
    needs: 'viewer',
    also: 'fit zoom overview',
    run: ({ canvas }) => done(() => fitAll(canvas)),
  },
  {
    id: 'fit.selection',
    label: 'Zoom to the selection',
    group: 'Look',
    keys: ['Shift+2'],
    needs: 'viewer',
    can: ({ canvas }) => selectionRect(canvas) !== null,
    run: ({ canvas }) => zoomToSelection(canvas),
  },
  {
    id: 'zoom.in',
    label: 'Zoom in',
    group: 'Look',
    keys: ['+', '='],
    needs: 'viewer',
    run: ({ canvas }) => done(() => zoomBy(canvas, 1.25)),
  },
  {
    id: 'zoom.out',
    label: 'Zoom out',
    group: 'Look',
    keys: ['-'],
    needs: 'viewer',
    run: ({ canvas }) => done(() => zoomBy(canvas, 1 / 1.25)),
  },
  {
    id: 'zoom.normal',
    label: 'Zoom to 100 %',
    group: 'Look',
    keys: ['Shift+0'],
    needs: 'viewer',
    run: ({ canvas }) => done(() => zoomBy(canvas, 1 / canvas.viewport().zoom)),
  },
  {
    id: 'overview',
    label: 'Show or hide the overview',
    group: 'Look',
    keys: ['Shift+3'],
    needs: 'viewer',
    also: 'minimap small map',
    run: () => done(toggleMiniMap),
  },
];
