import type { MapView, Placed } from './mapView.ts';

/**
 * Whether anything of the step was handed over from a step before it. A hand-off that arrives over a third step counts,
 * because every chain that leads from before into this step has a last link whose start lies elsewhere: at an earlier
 * step, or at a later one that was itself reached.
 */
export function isReached(view: MapView, step: readonly Placed[]): boolean {
  const [first] = step;
  if (!first) return false;
  const seen = new Set<Placed>(step);
  const waiting = [...step];
  for (let placed = waiting.pop(); placed && seen.size < FAR; placed = waiting.pop()) {
    for (const { from } of view.linksTo(placed.touchpoint.id)) {
      if (from.stepIndex < first.stepIndex) return true;
      if (!seen.has(from)) waiting.push(from);
      seen.add(from);
    }
  }
  return false;
}

/** How many touchpoints to go back through: real detours are short, and without an end every step might walk the whole map. */
const FAR = 200;
