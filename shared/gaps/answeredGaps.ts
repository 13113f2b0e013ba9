import type { MapSnapshot } from '../model/snapshot.ts';

/** Findings that some initiative names; a dropped one answers nothing. */
export const answeredGaps = ({ initiatives }: MapSnapshot): ReadonlySet<string> =>
  new Set(initiatives.list.flatMap(({ gaps, status }) => (status === 'dropped' ? [] : gaps)));
