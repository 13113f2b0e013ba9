import type { LaneId } from '../model/ids.ts';
import type { ItemRef } from '../model/records.ts';
import type { Link, MapView, Placed } from './mapView.ts';

/** Whether a hand-off leads from one department of the company to another: what this program is about. */
export const crosses = (view: MapView, { from, to }: Link): boolean =>
  from.department !== to.department && !view.isOutside(from.department) && !view.isOutside(to.department);

/** Whether one person answers for both ends, and so for what happens between them. */
export const sameOwner = (a: Placed, b: Placed): boolean => a.owner !== null && a.owner === b.owner;

/** Where a hand-off is: itself first, then its ends. */
export const itemsOf = ({ handoff, from, to }: Link): readonly ItemRef[] => [
  { kind: 'handoff', id: handoff.id },
  { kind: 'touchpoint', id: from.touchpoint.id },
  { kind: 'touchpoint', id: to.touchpoint.id },
];

/** The departments of a hand-off, each once. */
export const departmentsOf = ({ from, to }: Link): readonly LaneId[] => [
  ...new Set([from.department.id, to.department.id]),
];
