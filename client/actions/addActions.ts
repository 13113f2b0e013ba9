import { idOf } from '../../shared/model/ids.ts';
import { addInCell, cellToFill } from '../canvas/addItems.ts';
import { addStep, rate } from '../canvas/keyEdits.ts';
import { useView } from '../canvas/viewStore.ts';
import type { Action } from './action.ts';

export const addActions: readonly Action[] = [
  {
    id: 'touchpoint.add',
    label: 'Add touchpoint',
    group: 'Add',
    keys: ['T'],
    needs: 'editor',
    also: 'card',
    run({ canvas, spot }) {
      const view = useView.getState();
      const place = spot || view.cell ? cellToFill(canvas) : null;
      if (place) addInCell(canvas, place);
      else view.setTool('touchpoint');
      return true;
    },
  },
  {
    id: 'step.add',
    label: 'Add step',
    group: 'Add',
    keys: ['S'],
    needs: 'editor',
    also: 'column',
    run: ({ canvas, spot }) => addStep(canvas, spot),
  },
  {
    id: 'handoff.add',
    label: 'Draw hand-off',
    group: 'Add',
    keys: ['H'],
    needs: 'editor',
    also: 'link arrow connect',
    can: ({ canvas }) => canvas.map().touchpoints.list.length > 0,
    run({ spot }) {
      const view = useView.getState();
      if (spot?.kind === 'touchpoint') view.startLink(idOf(spot.id));
      else view.setTool('handoff');
      return true;
    },
  },
  {
    id: 'emotion.rate',
    label: 'Rate emotion',
    group: 'Add',
    keys: ['E'],
    needs: 'editor',
    also: 'curve feeling',
    can: ({ canvas }) => canvas.map().steps.list.length > 0,
    run: ({ canvas, spot }) => rate(canvas, spot),
  },
];
