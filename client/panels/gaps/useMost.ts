import { useState } from 'react';

/** Nobody reads further down before the first ones are solved; a long list would only slow down typing. */
const AT_FIRST = 60;

/** The first rows of a long list, as far down as one that is wanted; the rest when asked for. */
export function useMost<T>(rows: readonly T[], isWanted: (row: T) => boolean) {
  const [all, setAll] = useState(false);
  const most = all ? rows.length : Math.max(AT_FIRST, rows.findIndex(isWanted) + 1);
  return { shown: rows.slice(0, most), hidden: rows.slice(most), showAll: () => setAll(true) };
}
