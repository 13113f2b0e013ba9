import { useEffect } from 'react';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import { openTalk } from './openTalk.ts';

/** Keeps the discussion of the map open for as long as it is mounted. */
export default function Talk() {
  const session = useMapSession();
  // Another person has another discussion: other rights, other things unread, and other comments on their way. To hear
  // for whom the page was opened is nothing of the kind, and they may be writing by then.
  const me = useSession((state) => state.me.id);
  const other = me === session.openedFor() ? null : me;
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => openTalk(session), [session, other]);
  return null;
}
