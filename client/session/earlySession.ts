import { followMap } from './followMap.ts';
import type { MapSession } from './mapSession.ts';

type Show = (session: MapSession) => void;

interface Early {
  readonly mapId: string;
  /** From now on somebody else shows it; answers how they end it. */
  claim(show: Show): { close(): void };
  close(): void;
}

/** Whoever goes to another page before the editor is there leaves nothing open behind. */
const UNCLAIMED_MS = 20_000;
let early: Early | null = null;
/** Somebody shows a map already, or has: nothing is early any more. */
let isLate = false;

/** Asks for a map while the code that draws it is still on its way. */
export function openEarly(mapId: string): void {
  // The code may come in any order; a second session would stand beside the first as another of the same person.
  if (isLate) return;
  let session: MapSession | null = null;
  let showing: Show | null = null;
  const followed = followMap(mapId, (next) => {
    session = next;
    showing?.(next);
  });
  const close = () => {
    clearTimeout(unclaimed);
    followed.close();
    early = null;
  };
  const unclaimed = setTimeout(close, UNCLAIMED_MS);
  early = {
    mapId,
    claim(show) {
      clearTimeout(unclaimed);
      early = null;
      showing = show;
      if (session) show(session);
      return followed;
    },
    close,
  };
}

/** The session of a map for as long as somebody looks at it: the one that was opened early, or a new one. */
export function takeSession(mapId: string, show: Show): { close(): void } {
  isLate = true;
  if (early?.mapId === mapId) return early.claim(show);
  early?.close();
  return followMap(mapId, show);
}
