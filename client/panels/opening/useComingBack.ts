import { useEffect } from 'react';

/** The least time between two questions, should the server not be there or let nobody wait. */
const LEAST_MS = 8000;

/**
 * Tells as soon as somebody is let in again: the server answers when it is so. Only for the page that is looked at,
 * because a browser has few connections for all its tabs.
 */
export function useComingBack(mapId: string, onBack: () => void): void {
  useEffect(() => {
    const over = new AbortController();
    void untilLetIn(mapId, over.signal).then((back) => back && !over.signal.aborted && onBack());
    return () => over.abort();
  }, [mapId, onBack]);
}

async function untilLetIn(mapId: string, over: AbortSignal): Promise<boolean> {
  while (!over.aborted) {
    await untilSeen(over);
    if (over.aborted) break;
    const asked = performance.now();
    const hidden = whenHidden(over);
    const answer = await fetch(`/api/maps/${encodeURIComponent(mapId)}/me?wait`, { signal: hidden.signal }).catch(
      () => null,
    );
    if (answer?.ok) return true;
    if (hidden.signal.aborted) continue;
    hidden.abort();
    const left = LEAST_MS - (performance.now() - asked);
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
  return false;
}

/** Resolves when the page is in sight, or all is over. */
function untilSeen(over: AbortSignal): Promise<void> {
  if (document.visibilityState === 'visible' || over.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      if (document.visibilityState !== 'visible' && !over.aborted) return;
      document.removeEventListener('visibilitychange', look);
      over.removeEventListener('abort', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    over.addEventListener('abort', look);
  });
}

/** Aborts when the page is no longer looked at, or all is over. */
function whenHidden(over: AbortSignal): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const look = () => document.visibilityState === 'visible' || controller.abort();
  document.addEventListener('visibilitychange', look, { signal });
  over.addEventListener('abort', () => controller.abort(), { signal });
  return controller;
}
