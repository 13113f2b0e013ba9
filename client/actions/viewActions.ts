import { type Panel, useView } from '../canvas/viewStore.ts';
import { chooseView, useViewChoice, VIEW_LABELS, VIEWS, type ViewName } from '../views/viewChoice.ts';
import { type Action, done } from './action.ts';

const PANEL_KEYS: Readonly<Record<Panel, string>> = { details: 'D', gaps: 'G', comments: 'K' };
const VIEW_KEYS: Readonly<Record<ViewName, string>> = {
  map: 'M',
  outline: 'O',
  handoffs: 'H',
  metrics: 'N',
  priorities: 'P',
  personas: 'A',
  compare: 'C',
};

/** The panels beside the map, and the other ways to look at it. */
export const viewActions: readonly Action[] = [
  ...(Object.keys(PANEL_KEYS) as Panel[]).map(
    (panel): Action => ({
      id: `panel.${panel}`,
      label: `Show ${panel}`,
      group: 'Look',
      keys: [`, ${PANEL_KEYS[panel]}`],
      needs: 'viewer',
      anywhere: true,
      also: 'panel',
      can: () => useView.getState().panel !== panel,
      run: () => done(() => useView.getState().showPanel(panel)),
    }),
  ),
  {
    id: 'panel.close',
    label: 'Close the panel at the side',
    group: 'Look',
    keys: [', X'],
    needs: 'viewer',
    anywhere: true,
    also: 'hide',
    can: () => useView.getState().panel !== null,
    run: () => done(() => useView.getState().showPanel(null)),
  },
  ...VIEWS.map(
    (view): Action => ({
      id: `view.${view}`,
      label: `Show ${VIEW_LABELS[view]}`,
      group: 'Views',
      keys: [`, ${VIEW_KEYS[view]}`],
      needs: 'viewer',
      anywhere: true,
      also: 'view',
      can: ({ canvas }) =>
        useViewChoice.getState().view !== view && (view !== 'compare' || canvas.map().meta.counterpart !== ''),
      run: () => done(() => chooseView(view)),
    }),
  ),
];
