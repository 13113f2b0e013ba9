import type { MapJson } from './presentMap.ts';
import { type MapSnapshot, tableOf } from './snapshot.ts';

/** The snapshot that a map was presented from, without what was deleted: for those who have the JSON and no document. */
export function snapshotOf(json: MapJson): MapSnapshot {
  const { format: _format, version, id: _id, unplaced: _unplaced, skipped: _skipped, ...rest } = json;
  const { stages, steps, lanes, touchpoints, notes, handoffs, metrics, ...more } = rest;
  const { people, personas, initiatives, gapStates, ...meta } = more;
  return {
    meta,
    schema: version,
    stages: table(stages),
    steps: table(steps),
    lanes: table(lanes),
    touchpoints: table(touchpoints),
    notes: table(notes),
    handoffs: table(handoffs),
    metrics: table(metrics),
    people: table(people),
    personas: table(personas),
    initiatives: table(initiatives),
    gapStates: table(gapStates),
  };
}

const table = <T extends { readonly id: string; readonly order?: string }>(records: readonly T[]) =>
  tableOf(new Map(records.map((record) => [record.id, record])));
