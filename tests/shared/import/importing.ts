import { expect } from 'vitest';
import { importCsv } from '../../../shared/import/csv.ts';
import type { ImportWarning } from '../../../shared/import/warnings.ts';
import { readMap } from '../../../shared/model/readMap.ts';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';

/** Ids that count up, so that the same table always gives the same map. */
export function countingIds(): () => string {
  let count = 0;
  return () => `i${count++}`;
}

export interface Imported {
  readonly map: MapSnapshot;
  readonly warnings: readonly ImportWarning[];
}

export function imported(text: string): Imported {
  const result = importCsv(text, { newId: countingIds(), title: 'Test', clientId: 1 });
  if (result.status === 'refused') expect.unreachable(`refused: ${result.reason}`);
  return { map: readMap(result.doc), warnings: result.warnings };
}

export function refused(text: string): string {
  const result = importCsv(text, { newId: countingIds() });
  return result.status === 'refused' ? result.reason : expect.unreachable('it was imported');
}

/** `[row, column]` of every warning. */
export const placesOf = (warnings: readonly ImportWarning[]) => warnings.map(({ row, column }) => [row, column]);

/** `from -> to (information)` of every hand-off, by title. */
export function handoffsIn(map: MapSnapshot): string[] {
  const title = (id: string | null) => map.touchpoints.get(id ?? '')?.title ?? '?';
  return map.handoffs.list.map(({ from, to, information }) => `${title(from)} -> ${title(to)} (${information ?? '?'})`);
}

/** `step / lane: touchpoint` of every touchpoint on the map. */
export const cardsIn = (map: MapSnapshot): string[] =>
  map.touchpoints.list.map(({ place, title }) => {
    const step = map.steps.get(place?.step ?? '')?.title ?? '?';
    return `${step} / ${map.lanes.get(place?.lane ?? '')?.title ?? '?'}: ${title}`;
  });
