import { useState } from 'react';
import { useMapSession } from '../../session/SessionContext.tsx';
import type { MapSession } from '../../session/session.ts';

const NONE: ReadonlySet<string> = new Set();
/** Beside the component: a fix leads to the details, and who comes back goes on in the group they left. */
const opened = new WeakMap<MapSession, ReadonlySet<string>>();

/** Which groups are unfolded, in this tab and on this map. */
export function useOpenGroups() {
  const session = useMapSession();
  const [, renderAgain] = useState(NONE);
  const open = opened.get(session) ?? NONE;
  const set = (next: ReadonlySet<string>) => {
    opened.set(session, next);
    renderAgain(next);
  };
  return {
    open,
    unfold: (id: string) => {
      if (!open.has(id)) set(new Set([...open, id]));
    },
    fold: (...ids: readonly string[]) => set(new Set([...open].filter((one) => !ids.includes(one)))),
  };
}
