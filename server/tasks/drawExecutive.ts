import { type ExecutivePage, executivePage } from '../../shared/executive/executivePage.ts';
import { findGaps } from '../../shared/gaps/findGaps.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { snapshotOf } from '../../shared/model/snapshotOf.ts';

/** The executive view of a map as the interface gives it. `today` is an ISO day. */
export function drawExecutive({ map, today }: { readonly map: MapJson; readonly today: string }): ExecutivePage {
  const snapshot = snapshotOf(map);
  return executivePage(snapshot, findGaps(snapshot, today), today);
}
