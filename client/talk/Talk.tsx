import { useEffect } from 'react';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import { openTalk } from './openTalk.ts';

/** Keeps the discussion of the map open for as long as it is mounted. */
export default function Talk() {
  const session = useMapSession();
  // Another person has another discussion: other rights, other things unread, and other comments on their way.
  const me = useSession((state) => state.me.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => openTalk(session), [session, me]);
  return null;
}
