import type { FindingId } from '../model/ids.ts';
import type { Solution } from '../model/records.ts';
import type { MapSnapshot } from '../model/snapshot.ts';
import type { Finding } from './findGaps.ts';

export interface SolvedGap extends Solution {
  readonly finding: FindingId;
}

/** The log of the map: what is solved, by whom, the newest first. What is there again is not solved. */
export function solvedLog(
  map: Pick<MapSnapshot, 'gapStates'>,
  findings: readonly Pick<Finding, 'id'>[],
): readonly SolvedGap[] {
  const there = new Set<string>(findings.map(({ id }) => id));
  return map.gapStates.list
    .flatMap(({ id, solved }) => (solved && !there.has(id) ? [{ finding: id, ...solved }] : []))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
