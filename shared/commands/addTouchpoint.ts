import { addItem } from './addItem.ts';
import { cellOf } from './cell.ts';

export const addTouchpoint = addItem({
  kind: 'touchpoint',
  label: 'Add touchpoint',
  refuse(map, { fields }) {
    const lane = fields?.place && map.lanes.get(fields.place.lane);
    return lane && lane.kind !== 'department' ? 'Touchpoints belong in department lanes; this lane holds notes.' : null;
  },
  siblings: (map, { fields }) => cellOf(map.touchpoints.list, fields?.place ?? null),
});
