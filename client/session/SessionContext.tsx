import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import { sessionAtHand, takeSession } from './earlySession.ts';
import type { MapSession, SessionState } from './session.ts';

const SessionContext = createContext<MapSession | null>(null);

interface SessionProviderProps {
  readonly mapId: string;
  /** Stands there until there is a session. */
  readonly meanwhile: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the session of one map open for as long as it is mounted. */
export function SessionProvider({ mapId, meanwhile, children }: SessionProviderProps) {
  const [session, setSession] = useState(() => sessionAtHand(mapId));
  useEffect(() => {
    const followed = takeSession(mapId, setSession);
    return () => followed.close();
  }, [mapId]);
  return session ? <SessionContext value={session}>{children}</SessionContext> : meanwhile;
}

/** The session itself: to run commands, undo, and say where one is. */
export function useMapSession(): MapSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No map is open here');
  return session;
}

/** Picks one thing from the session; the component renders again only when that changes. */
export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useMapSession().store, select);
}

/** Picks one thing from the map. Pick records and tables as they are: they stay the same object until they change. */
export function useMap<T>(select: (map: MapSnapshot) => T): T {
  return useSession((state) => select(state.map));
}

/** All of the map, for what shows nearly all of it: it renders again at every change. */
export const useWholeMap = (): MapSnapshot => useSession(({ map }) => map);

/** Runs commands; refused ones are shown by the page. */
export const useRun = (): MapSession['run'] => useMapSession().run;
