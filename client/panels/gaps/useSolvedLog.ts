import { useEffect } from 'react';
import { useMapSession } from '../../session/SessionContext.tsx';
import { watchSolved } from './watchSolved.ts';

/** Keeps the log of the map: what somebody's edits on this page have solved. */
export function useSolvedLog(): void {
  const session = useMapSession();
  useEffect(() => watchSolved(session), [session]);
}
