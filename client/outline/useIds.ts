import { useMemo } from 'react';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useMap } from '../session/SessionContext.tsx';

/** Ids picked from the map: the same list until one of them comes, goes or moves, so that only then is it drawn anew. */
export function useIds(select: (map: MapSnapshot) => readonly { readonly id: string }[]): readonly string[] {
  // Ids hold letters, digits and a few signs, never a space.
  const joined = useMap((map) =>
    select(map)
      .map(({ id }) => id)
      .join(' '),
  );
  return useMemo(() => (joined === '' ? [] : joined.split(' ')), [joined]);
}
