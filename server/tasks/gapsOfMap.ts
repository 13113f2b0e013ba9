import { findGaps } from '../../shared/gaps/findGaps.ts';
import { type GapJson, presentGaps } from '../../shared/gaps/presentGaps.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { snapshotOf } from '../../shared/model/snapshotOf.ts';

/** The gaps of a map as the interface gives it, the worst first. `today` is an ISO day. */
export function gapsOfMap({ map, today }: { readonly map: MapJson; readonly today: string }): readonly GapJson[] {
  const snapshot = snapshotOf(map);
  return presentGaps(snapshot, findGaps(snapshot, today));
}
