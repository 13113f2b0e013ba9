import { hideLane, lookAtLane, useLaneView } from '../canvas/laneView.ts';
import type { Action } from './action.ts';
import { placeOf } from './placeOf.ts';

/** How this browser alone shows the lanes. */
export const laneActions: readonly Action[] = [
  {
    id: 'lane.fold',
    label: 'Fold or open the lane, for me',
    group: 'Look',
    keys: [', F'],
    needs: 'viewer',
    anywhere: true,
    view: 'map',
    also: 'collapse department row',
    can: (at) => placeOf(at).lane !== undefined,
    run(at) {
      const { lane } = placeOf(at);
      if (lane) lookAtLane(lane.id, useLaneView.getState().looks.get(lane.id) === 'folded' ? null : 'folded');
      return lane !== undefined;
    },
  },
  {
    id: 'lane.hide',
    label: 'Hide the lane, for me',
    group: 'Look',
    keys: [', Shift+F'],
    needs: 'viewer',
    anywhere: true,
    view: 'map',
    also: 'department row',
    can: (at) => placeOf(at).lane !== undefined,
    run(at) {
      const { lane } = placeOf(at);
      if (lane) hideLane(lane);
      return lane !== undefined;
    },
  },
  {
    id: 'lane.show',
    label: 'Show all lanes in full',
    group: 'Look',
    keys: [', U'],
    needs: 'viewer',
    anywhere: true,
    view: 'map',
    also: 'hidden folded unfold department row',
    can: ({ canvas }) => canvas.map().lanes.list.some(({ id }) => useLaneView.getState().looks.has(id)),
    run({ canvas }) {
      for (const { id } of canvas.map().lanes.list) lookAtLane(id, null);
      return true;
    },
  },
];
