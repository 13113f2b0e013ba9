import { takeEarly } from './early/earlySocket.ts';
import { followMap } from './followMap.ts';
import { somebody } from './me.ts';
import type { MapSession } from './session.ts';

type Show = (session: MapSession) => void;

interface Early {
  readonly mapId: string;
  readonly session: MapSession | null;
  /** From now on somebody else shows it; answers how they end it. */
  claim(show: Show): { close(): void };
  close(): void;
}

/** Whoever goes to another page before the editor is there leaves nothing open behind. */
const UNCLAIMED_MS = 20_000;
let early: Early | null = null;
/** Somebody shows a map already, or has: nothing is early any more. */
let isLate = false;

/** Opens a map before there is a page that shows it: at once with what the server was asked for early, if that is there. */
export function openEarly(mapId: string): void {
  // The code may come in any order; a second session would stand beside the first as another of the same person.
  if (isLate) return;
  let session: MapSession | null = null;
  let showing: Show | null = null;
  let followed: { close(): void } | null = null;
  const giveUp = takeEarly(mapId, whoSitsHere, (found) => {
    followed = followMap(
      mapId,
      (next) => {
        session = next;
        showing?.(next);
      },
      found,
    );
  });
  const close = () => {
    clearTimeout(unclaimed);
    early = null;
    giveUp();
    followed?.close();
  };
  const unclaimed = setTimeout(close, UNCLAIMED_MS);
  early = {
    mapId,
    get session() {
      return session;
    },
    claim(show) {
      clearTimeout(unclaimed);
      early = null;
      showing = show;
      if (session) show(session);
      return { close };
    },
    close,
  };
}

const whoSitsHere = (): string => somebody().known?.id ?? '';

/** What there is to show of a map before anybody has taken its session. */
export const sessionAtHand = (mapId: string): MapSession | null => (early?.mapId === mapId ? early.session : null);

/** The session of a map for as long as somebody looks at it: the one that was opened early, or a new one. */
export function takeSession(mapId: string, show: Show): { close(): void } {
  isLate = true;
  if (early?.mapId === mapId) return early.claim(show);
  early?.close();
  return followMap(mapId, show);
}
