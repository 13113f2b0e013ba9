import { collectionOf, titleOf } from '../model/collections.ts';
import { outlineOf } from '../model/outline.ts';
import { METRIC_KINDS, type Metric, type Stage } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';

/** A metric on the board, with the name of what it measures: '' where that is the stage of its row. */
export interface BoardMetric {
  readonly metric: Metric;
  readonly place: string;
}

export interface BoardRow {
  readonly stage: Stage;
  /** By kind, in the order of `METRIC_KINDS`: an empty cell says what nobody measures. */
  readonly cells: readonly (readonly BoardMetric[])[];
}

/** Every stage of the map by every kind of metric; first those of the stage, then along its steps and touchpoints. */
export function metricBoard(map: MapSnapshot): readonly BoardRow[] {
  const outline = outlineOf(map);
  const byPlace = new Map<string, Metric[]>();
  for (const metric of map.metrics.list) {
    const list = byPlace.get(metric.on?.id ?? '');
    if (list) list.push(metric);
    else byPlace.set(metric.on?.id ?? '', [metric]);
  }
  return outline.stages.map(({ stage, steps }) => {
    const places = [
      stage.id,
      ...steps.flatMap((step) => [step.id, ...outline.touchpointsAt(step.id).map(({ id }) => id)]),
    ];
    const metrics = places.flatMap((place) => byPlace.get(place) ?? []);
    return {
      stage,
      cells: METRIC_KINDS.map((kind) =>
        metrics
          .filter((metric) => metric.kind === kind)
          .map((metric) => ({ metric, place: metric.on?.kind === 'stage' ? '' : placeName(map, metric) })),
      ),
    };
  });
}

/** What a metric is measured at, by name. */
const placeName = (map: MapSnapshot, { on }: Metric): string =>
  on ? titleOf(map[collectionOf(on.kind)].get(on.id) ?? {}) : '';
