import type { LaneId } from '../model/ids.ts';
import { outlineOf } from '../model/outline.ts';
import type { Handoff, Lane } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { mean } from './mean.ts';

/** All hand-offs from one department to another, or inside one. */
export interface MatrixCell {
  readonly from: LaneId;
  readonly to: LaneId;
  readonly handoffs: readonly Handoff[];
  readonly broken: number;
  /** Hours, over those of which it is known. */
  readonly wait: number | null;
  readonly target: number | null;
  /** Whether those with both numbers take longer, together, than was agreed. */
  readonly late: boolean;
}

export interface HandoffMatrix {
  readonly departments: readonly Lane[];
  /** Only those that hold a hand-off, in the order of the lanes they start from. */
  readonly cells: readonly MatrixCell[];
  /** Those between departments; what stays inside one is not handed over. */
  readonly crossing: { readonly handoffs: number; readonly broken: number };
}

/**
 * Who hands over to whom, how often, and how well. A hand-off to or from something in the tray stands in no cell.
 *
 * @param broken ids of hand-offs that have a gap which matters
 */
export function handoffMatrix(map: MapSnapshot, broken: ReadonlySet<string>): HandoffMatrix {
  const { departments, isPlaced } = outlineOf(map);
  const laneOf = (touchpoint: string | null): LaneId | null => {
    const place = map.touchpoints.get(touchpoint ?? '')?.place ?? null;
    return isPlaced(place) && map.lanes.get(place.lane)?.kind === 'department' ? place.lane : null;
  };
  const groups = new Map<string, { from: LaneId; to: LaneId; handoffs: Handoff[] }>();
  for (const handoff of map.handoffs.list) {
    const [from, to] = [laneOf(handoff.from), laneOf(handoff.to)];
    if (!from || !to || handoff.from === handoff.to) continue;
    const key = `${from} ${to}`;
    const group = groups.get(key) ?? { from, to, handoffs: [] };
    group.handoffs.push(handoff);
    groups.set(key, group);
  }
  const index = new Map<string, number>(departments.map(({ id }, position) => [id, position]));
  const at = (lane: LaneId) => index.get(lane) ?? 0;
  const cells = [...groups.values()]
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to))
    .map((group) => ({ ...group, ...figuresOf(group.handoffs, broken) }));
  const crossing = cells.filter(({ from, to }) => from !== to);
  return {
    departments,
    cells,
    crossing: {
      handoffs: crossing.reduce((sum, { handoffs }) => sum + handoffs.length, 0),
      broken: crossing.reduce((sum, cell) => sum + cell.broken, 0),
    },
  };
}

function figuresOf(handoffs: readonly Handoff[], broken: ReadonlySet<string>) {
  const known = (pick: (handoff: Handoff) => number | null) =>
    mean(handoffs.map(pick).filter((value) => value !== null));
  const agreed = handoffs.filter(({ waitActual, waitTarget }) => waitActual !== null && waitTarget !== null);
  const over = agreed.reduce((sum, { waitActual, waitTarget }) => sum + (waitActual ?? 0) - (waitTarget ?? 0), 0);
  return {
    broken: handoffs.filter(({ id }) => broken.has(id)).length,
    wait: known(({ waitActual }) => waitActual),
    target: known(({ waitTarget }) => waitTarget),
    late: over > 0,
  };
}
