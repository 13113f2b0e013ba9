import { notesInOrder, outlineOf, stepsInOrder, touchpointsInOrder } from './outline.ts';
import type { Meta, Records } from './records.ts';
import { type MapSnapshot, skippedIn } from './snapshot.ts';

/** A map as JSON: what `GET /api/maps/:id` answers and what JSON export and import read and write. */
export interface MapJson extends Meta {
  readonly format: 'throughline-map';
  readonly version: number;
  readonly id: string;
  readonly stages: readonly Records['stages'][];
  readonly steps: readonly Records['steps'][];
  readonly lanes: readonly Records['lanes'][];
  readonly touchpoints: readonly Records['touchpoints'][];
  readonly notes: readonly Records['notes'][];
  readonly handoffs: readonly Records['handoffs'][];
  readonly metrics: readonly Records['metrics'][];
  readonly people: readonly Records['people'][];
  readonly personas: readonly Records['personas'][];
  readonly initiatives: readonly Records['initiatives'][];
  readonly gapStates: readonly Records['gapStates'][];
  /** Ids of items whose stage, step or lane is gone; they are listed above as well. */
  readonly unplaced: {
    readonly steps: readonly string[];
    readonly touchpoints: readonly string[];
    readonly notes: readonly string[];
  };
  /** Stored items that could not be read. */
  readonly skipped: number;
}

/** Puts every collection in its reading order; deleted items are left out. */
export function presentMap(id: string, map: MapSnapshot): MapJson {
  const { unplaced } = outlineOf(map);
  const idsOf = (items: readonly { readonly id: string }[]) => items.map((item) => item.id);
  return {
    format: 'throughline-map',
    version: map.schema,
    id,
    ...map.meta,
    stages: map.stages.list,
    steps: stepsInOrder(map),
    lanes: map.lanes.list,
    touchpoints: touchpointsInOrder(map),
    notes: notesInOrder(map),
    handoffs: map.handoffs.list,
    metrics: map.metrics.list,
    people: map.people.list,
    personas: map.personas.list,
    initiatives: map.initiatives.list,
    gapStates: map.gapStates.list,
    unplaced: {
      steps: idsOf(unplaced.steps),
      touchpoints: idsOf(unplaced.touchpoints),
      notes: idsOf(unplaced.notes),
    },
    skipped: skippedIn(map),
  };
}
