import type { MapCounts, MapEntry } from '../../shared/protocol/http.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** How much is on a map, in words that stay together on a narrow screen. */
export function countsOf({ steps, touchpoints, handoffs, lanes }: MapCounts): readonly string[] {
  if (steps + touchpoints + lanes === 0) return ['Empty'];
  return [
    plural(steps, 'step'),
    plural(lanes, 'lane'),
    plural(touchpoints, 'touchpoint'),
    plural(handoffs, 'hand-off'),
  ];
}

export const stateName = (state: MapEntry['state']): string => (state === 'current' ? 'Current state' : 'Future state');
