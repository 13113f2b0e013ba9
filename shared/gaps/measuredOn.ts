import type { LaneId } from '../model/ids.ts';
import type { Metric } from '../model/records.ts';
import type { MapView } from './mapView.ts';
import { named } from './words.ts';

/** What a metric measures, by name, with the department at work there; null when it is not on the map (any more). */
export function measuredOn(
  view: MapView,
  { on }: Metric,
): { readonly name: string; readonly departments: readonly LaneId[] } | null {
  if (!on) return null;
  switch (on.kind) {
    case 'touchpoint': {
      const placed = view.placed(on.id);
      return placed ? { name: named(placed.touchpoint), departments: [placed.department.id] } : null;
    }
    case 'step': {
      const step = view.outline.stepIndex(on.id) < 0 ? undefined : view.map.steps.get(on.id);
      return step ? { name: named(step), departments: [] } : null;
    }
    case 'stage': {
      const stage = view.map.stages.get(on.id);
      return stage ? { name: `the stage ${named(stage)}`, departments: [] } : null;
    }
    default:
      return on.kind satisfies never;
  }
}
