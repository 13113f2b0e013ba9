import type { TouchpointId } from '../../shared/model/ids.ts';
import type { ItemRef, Lane, Metric, Person } from '../../shared/model/records.ts';
import type { MapSnapshot, Table } from '../../shared/model/snapshot.ts';

/** One string for an item, for attributes and keys: `touchpoint/x1`. */
export const itemKey = ({ kind, id }: ItemRef): string => `${kind}/${id}`;

export const HUES = 8;

/** The hue of a lane: chosen, or by its position. */
export function hueOf(lanes: Table<Lane>, lane: Lane | undefined): number {
  if (!lane) return HUES - 1;
  return lane.hue ?? lanes.list.indexOf(lane) % HUES;
}

/** A person's discs carry the hue of their department; who has none is taken for one of the lane they stand in. */
export const personHue = (lanes: Table<Lane>, person: Person, beside: Lane | undefined): number =>
  hueOf(lanes, (person.department && lanes.get(person.department)) || beside);

const NONE: readonly Metric[] = [];
const indexes = new WeakMap<Table<Metric>, Map<string, Metric[]>>();

/** What is measured at an item. The index is made once for each state of the metrics. */
export function metricsOn(metrics: Table<Metric>, { kind, id }: ItemRef): readonly Metric[] {
  let index = indexes.get(metrics);
  if (!index) {
    index = new Map();
    for (const metric of metrics.list) {
      if (!metric.on) continue;
      const key = itemKey(metric.on);
      const list = index.get(key);
      if (list) list.push(metric);
      else index.set(key, [metric]);
    }
    indexes.set(metrics, index);
  }
  return index.get(itemKey({ kind, id })) ?? NONE;
}

/** "Order confirmed, Sales, Orders online, owned by Mika Kay": a card as a screen reader says it. */
export function cardLabel(map: MapSnapshot, id: TouchpointId): string {
  const touchpoint = map.touchpoints.get(id);
  if (!touchpoint) return '';
  const lane = touchpoint.place && map.lanes.get(touchpoint.place.lane);
  const step = touchpoint.place && map.steps.get(touchpoint.place.step);
  const owner = touchpoint.owner && map.people.get(touchpoint.owner);
  return [
    touchpoint.title || 'Untitled touchpoint',
    lane && (lane.title || 'Untitled lane'),
    step && (step.title || 'Untitled step'),
    owner ? `owned by ${owner.name}` : 'nobody owns it',
  ]
    .filter(Boolean)
    .join(', ');
}
