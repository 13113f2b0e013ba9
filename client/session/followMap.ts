import type { Early } from './early/earlySocket.ts';
import { openMapSession } from './mapSession.ts';
import { onOtherPerson } from './me.ts';
import type { MapSession, SessionState } from './session.ts';

/**
 * The session of a map for as long as somebody looks at it. When the document has to be had anew, or another person
 * sits here, the next session takes the place of the one before as soon as it has something to show: the page stays.
 */
export function followMap(
  mapId: string,
  show: (session: MapSession) => void,
  early: Early | null = null,
): { close(): void } {
  let current = openMapSession(mapId, null, replace, early);
  let next: MapSession | null = null;

  function replace(unsaved: SessionState['unsaved']): void {
    next?.close();
    const opened = openMapSession(mapId, unsaved, replace);
    next = opened;
    const takeOver = () => {
      if (next !== opened || opened.store.getState().opening.status === 'loading') return;
      stop();
      next = null;
      const before = current;
      current = opened;
      show(opened);
      before.close();
    };
    const stop = opened.store.subscribe(takeOver);
  }

  // The marks of one person's edits must not pass to another, so another person begins with a document of their own.
  const forget = onOtherPerson(() => replace(null));
  show(current);
  return {
    close() {
      forget();
      next?.close();
      current.close();
    },
  };
}
