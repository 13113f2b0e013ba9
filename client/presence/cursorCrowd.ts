import type { Other } from './presence.ts';

/** Names of more people than this would bury the map; the others are small marks. */
export const NAMED = 8;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * How the cursors of the others are drawn: only those in sight, so many of them with names. Who types or drags
 * comes first; apart from that the same people keep their names from one moment to the next.
 */
export function cursorsInSight(others: readonly Other[], area: Area): ReadonlyMap<number, 'named' | 'mark'> {
  const inSight = others.filter(
    ({ cursor }) =>
      cursor && cursor.x >= area.left && cursor.x <= area.right && cursor.y >= area.top && cursor.y <= area.bottom,
  );
  const busy = (other: Other) => (other.editing !== null || other.drag.length > 0 ? 0 : 1);
  const ranked = [...inSight].sort((a, b) => busy(a) - busy(b) || a.client - b.client);
  return new Map(ranked.map(({ client }, index) => [client, index < NAMED ? 'named' : 'mark']));
}
