import { useCallback, useEffect, useState } from 'react';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { readMap } from './readMap.ts';

type Counterpart =
  | { readonly status: 'loading' }
  | { readonly status: 'there'; readonly map: MapSnapshot }
  | { readonly status: 'failed'; readonly message: string };

/** The other map, as the server has it; asked for again when somebody comes back to this page. */
export function useCounterpart(id: string): { readonly state: Counterpart; readonly again: () => void } {
  const [state, setState] = useState<Counterpart>({ status: 'loading' });
  const ask = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await readMap(id);
      if (!isWanted()) return;
      // A short outage does not take away what is being looked at.
      if (answer.status === 'done') setState({ status: 'there', map: answer.value });
      else setState((before) => (before.status === 'there' ? before : { status: 'failed', message: answer.message }));
    },
    [id],
  );
  useEffect(() => {
    let wanted = true;
    const look = () => void ask(() => wanted);
    look();
    window.addEventListener('focus', look);
    return () => {
      wanted = false;
      window.removeEventListener('focus', look);
    };
  }, [ask]);
  return { state, again: () => void ask(() => true) };
}
