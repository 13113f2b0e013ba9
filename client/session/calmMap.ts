import { startTransition, useEffect, useState } from 'react';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { useMapSession } from './SessionContext.tsx';
import type { MapSession } from './session.ts';

/** Nothing changes for so long: somebody pauses. */
const REST_MS = 120;
/** Where nobody ever pauses, what follows the map is no further behind than this. */
const MOST_MS = 600;

type Listener = (map: MapSnapshot) => void;

type Steps = Iterator<undefined, unknown>;

let workOut: ((map: MapSnapshot) => Steps) | null = null;

/** What is worked out from the next calm map before anybody is shown it, piece by piece while there is nothing else to do. */
export const workOutBefore = (steps: (map: MapSnapshot) => Steps): void => {
  workOut = steps;
};

const followed = new WeakMap<Pick<MapSession, 'store'>, { add(listener: Listener): () => void }>();

/**
 * The map as it was when there was last time to think about it. What is worked out from the whole of it, as gaps are,
 * follows this one: keys and the changes of thirty others come faster than anybody reads a list.
 */
export function useCalmMap(): MapSnapshot {
  const session = useMapSession();
  const [calm, setCalm] = useState(() => ({ session, map: session.store.getState().map }));
  useEffect(() => {
    const take = (map: MapSnapshot) =>
      startTransition(() => setCalm((now) => (now.session === session && now.map === map ? now : { session, map })));
    take(session.store.getState().map);
    return followCalm(session, take);
  }, [session]);
  return calm.session === session ? calm.map : session.store.getState().map;
}

/** Tells of each calm map; answers how to stop. All who follow a session hear at the same time, so that they render together. */
export function followCalm(session: Pick<MapSession, 'store'>, listener: Listener): () => void {
  return calmOf(session).add(listener);
}

function calmOf(session: Pick<MapSession, 'store'>) {
  const known = followed.get(session);
  if (known) return known;
  const listeners = new Set<Listener>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let working = false;
  const begin = () => {
    const { map } = session.store.getState();
    since = null;
    working = true;
    inPieces(workOut?.(map) ?? null, () => {
      working = false;
      for (const listener of listeners) listener(map);
      if (session.store.getState().map !== map) plan();
    });
  };
  const plan = () => {
    if (working) return;
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(begin, Math.max(0, Math.min(REST_MS, since + MOST_MS - performance.now())));
  };
  session.store.subscribe(({ map }, before) => {
    if (map !== before.map && listeners.size > 0) plan();
  });
  const calm = {
    add(listener: Listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  followed.set(session, calm);
  return calm;
}

/** No piece is much longer than this: a key that is pressed meanwhile waits for no more. */
const PIECE_MS = 4;

function inPieces(steps: Steps | null, done: () => void): void {
  const work = () => {
    const until = performance.now() + PIECE_MS;
    try {
      do if (!steps || steps.next().done) return done();
      while (performance.now() < until);
    } catch {
      // Whoever is shown the map works it out once more, and says what is wrong.
      return done();
    }
    whenIdle(work);
  };
  whenIdle(work);
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: REST_MS });
  else setTimeout(work);
}
