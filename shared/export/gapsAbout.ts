import type { MapSnapshot } from '../model/snapshot.ts';
import type { NumberedGap } from './numberedGaps.ts';

/** The gaps that are about a part of the map, or about something in it. */
export function gapsAbout(gaps: readonly NumberedGap[], part: MapSnapshot): NumberedGap[] {
  const here = [part.stages, part.steps, part.touchpoints, part.notes, part.handoffs];
  const measuredHere = (id: string) => here.some((table) => table.has(part.metrics.get(id)?.on?.id ?? ''));
  return gaps.filter(({ items: [first] }) => {
    if (first === undefined) return false;
    return first.kind === 'metric' ? measuredHere(first.id) : here.some((table) => table.has(first.id));
  });
}
