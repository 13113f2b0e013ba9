import type { Lane, Place } from '../model/records.ts';
import { type MapSnapshot, type Table, tableWith } from '../model/snapshot.ts';
import { laneHue } from './palette.ts';

/** Some stages of a map as a map of their own: their steps, the lanes at work in them, and the hand-offs inside them. */
export function stageMap(map: MapSnapshot, stages: ReadonlySet<string>): MapSnapshot {
  return stepsMap(map, new Set(map.steps.list.filter(({ stage }) => stages.has(stage ?? '')).map(({ id }) => id)));
}

/** The same for some steps, and where it is so many cards that they need several pages, for some of their lanes. */
export function stepsMap(map: MapSnapshot, steps: ReadonlySet<string>, among?: ReadonlySet<string>): MapSnapshot {
  const stages = new Set<string>(map.steps.list.filter(({ id }) => steps.has(id)).map(({ stage }) => stage ?? ''));
  const isHere = ({ place }: { readonly place: Place | null }) =>
    place !== null && steps.has(place.step) && (among === undefined || among.has(place.lane));
  const touchpoints = only(map.touchpoints, isHere);
  const notes = only(map.notes, isHere);
  const lanes = new Set<string>([...touchpoints.list, ...notes.list].flatMap(({ place }) => place?.lane ?? []));
  return {
    ...map,
    stages: only(map.stages, ({ id }) => stages.has(id)),
    steps: only(map.steps, ({ id }) => steps.has(id)),
    lanes: lanesWith(map, lanes),
    touchpoints,
    notes,
    handoffs: only(map.handoffs, ({ from, to }) => touchpoints.has(from ?? '') && touchpoints.has(to ?? '')),
  };
}

function only<T extends { readonly id: string }>(table: Table<T>, keep: (record: T) => boolean): Table<T> {
  const list = table.list.filter(keep);
  return tableWith(list, new Map(list.map((record) => [record.id, record])), new Map(), 0);
}

/**
 * The lanes in question, with the hues they have on the whole map. The others can still be asked for: people belong to
 * departments that may not be at work here.
 */
function lanesWith(map: MapSnapshot, shown: ReadonlySet<string>): Table<Lane> {
  const all = map.lanes.list.map((lane) => ({ ...lane, hue: laneHue(map, lane) }));
  const list = all.filter(({ id }) => shown.has(id));
  return tableWith(list, new Map(all.map((lane) => [lane.id, lane])), new Map(), 0);
}
