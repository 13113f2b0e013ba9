import { outlineOf } from '../model/outline.ts';
import type { Lane, Metric } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import { metricState } from './metricState.ts';

export type Standing = 'inefficient' | 'efficient' | 'effective' | 'experiential';

/** How a department does by its own numbers and by those of its customers. */
export interface DepartmentStanding {
  readonly lane: Lane;
  /** Share of operational metrics on target, 0 to 1; null while none has a target and a value. */
  readonly efficiency: number | null;
  /** The same of customer metrics. */
  readonly effectiveness: number | null;
  /** Null while either is unknown. */
  readonly standing: Standing | null;
}

/** From half of its numbers on target, a department counts as reaching them. */
const REACHED = 0.5;

/**
 * Each department by efficiency and effectiveness. A department answers for what is measured at its touchpoints; only
 * where nothing of a kind is measured there does it share in what is measured at the steps, else at the stages, it works in.
 */
export function quadrant(map: MapSnapshot): readonly DepartmentStanding[] {
  const { departments, stageOf, isPlaced } = outlineOf(map);
  const byPlace = new Map<string, Metric[]>();
  for (const metric of map.metrics.list) {
    if (!metric.on) continue;
    byPlace.set(metric.on.id, [...(byPlace.get(metric.on.id) ?? []), metric]);
  }
  const places = new Map<string, readonly [touchpoints: Set<string>, steps: Set<string>, stages: Set<string>]>(
    departments.map(({ id }) => [id, [new Set(), new Set(), new Set()]]),
  );
  for (const { id, place } of map.touchpoints.list) {
    const scopes = isPlaced(place) ? places.get(place.lane) : undefined;
    if (!place || !scopes) continue;
    scopes[0].add(id);
    scopes[1].add(place.step);
    const stage = stageOf(place.step);
    if (stage) scopes[2].add(stage.id);
  }
  return departments.map((lane) => {
    const share = (kind: Metric['kind']) => {
      for (const scope of places.get(lane.id) ?? []) {
        const judged = [...scope]
          .flatMap((id) => byPlace.get(id) ?? [])
          .filter((metric) => metric.kind === kind)
          .map((metric) => metricState(metric).onTarget)
          .filter((reached) => reached !== null);
        if (judged.length > 0) return judged.filter(Boolean).length / judged.length;
      }
      return null;
    };
    const [efficiency, effectiveness] = [share('operational'), share('customer')];
    return { lane, efficiency, effectiveness, standing: standingOf(efficiency, effectiveness) };
  });
}

function standingOf(efficiency: number | null, effectiveness: number | null): Standing | null {
  if (efficiency === null || effectiveness === null) return null;
  if (effectiveness >= REACHED) return efficiency >= REACHED ? 'experiential' : 'effective';
  return efficiency >= REACHED ? 'efficient' : 'inefficient';
}
