import { findGaps } from '../../shared/gaps/findGaps.ts';
import { presentGaps } from '../../shared/gaps/presentGaps.ts';
import type { MapJson } from '../../shared/model/presentMap.ts';
import { snapshotOf } from '../../shared/model/snapshotOf.ts';
import { readUpdate } from './readUpdate.ts';

/** A map as it comes to a thread: read already, or as the update that holds it whole. */
export type MapSource = { readonly map: MapJson } | { readonly id: string; readonly update: Uint8Array };

/** The gaps of a map, the worst first, as the bytes of the JSON that the interface gives. `today` is an ISO day. */
export function gapsOfMap({ source, today }: { readonly source: MapSource; readonly today: string }): Uint8Array {
  const snapshot = 'map' in source ? snapshotOf(source.map) : readUpdate(source.update);
  return new TextEncoder().encode(JSON.stringify(presentGaps(snapshot, findGaps(snapshot, today))));
}
