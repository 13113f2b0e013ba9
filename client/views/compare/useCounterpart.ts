import { useCallback, useEffect, useState } from 'react';
import type { MapSnapshot } from '../../../shared/model/snapshot.ts';
import { readMap } from './readMap.ts';

type Counterpart =
  | { readonly status: 'loading' }
  | { readonly status: 'there'; readonly map: MapSnapshot }
  /** `error` is the server's fixed word. */
  | { readonly status: 'failed'; readonly error: string | null; readonly message: string };

const LOADING: Counterpart = { status: 'loading' };

/** The other map, as the server has it; asked for again when somebody comes back to this page. */
export function useCounterpart(id: string): { readonly state: Counterpart; readonly again: () => void } {
  const [{ of, ...state }, setState] = useState<Counterpart & { readonly of: string }>({ of: id, status: 'loading' });
  const ask = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await readMap(id);
      if (!isWanted()) return;
      // A short outage does not take away what is being looked at.
      if (answer.status === 'done') setState({ of: id, status: 'there', map: answer.value });
      else
        setState((before) =>
          before.of === id && before.status === 'there'
            ? before
            : { of: id, status: 'failed', error: answer.error, message: answer.message },
        );
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
  // What was read of another map is not this one, however short the moment until it comes.
  return { state: of === id ? state : LOADING, again: () => void ask(() => true) };
}
