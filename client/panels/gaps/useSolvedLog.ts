import { useEffect } from 'react';
import { useMapSession } from '../../session/SessionContext.tsx';
import { painted } from '../../ui/painted.ts';

/** Keeps the log of the map: what somebody's edits on this page have solved. */
export function useSolvedLog(): void {
  const session = useMapSession();
  useEffect(() => {
    let isOver = false;
    let stop = () => {};
    // After the map is drawn. A page that cannot get the code keeps no log and works as ever.
    painted()
      .then(() => import('./watchSolved.ts'))
      .then(({ watchSolved }) => {
        if (!isOver) stop = watchSolved(session);
      })
      .catch(() => undefined);
    return () => {
      isOver = true;
      stop();
    };
  }, [session]);
}
