import { Suspense } from 'react';
import { reaches } from '../../shared/protocol/roles.ts';
import { useMe } from '../session/me.ts';
import { useSession } from '../session/SessionContext.tsx';
import { lazyPart } from '../ui/lazyPart.ts';

const FirstJoinCard = lazyPart(() => import('./FirstJoinCard.tsx'));

/**
 * A guest who comes to somebody else's map for the first time and can do something there is asked who they are, once
 * and for all maps. Who only looks is left alone.
 */
export function FirstJoin() {
  const { me, heard } = useMe();
  const role = useSession((session) => session.role);
  const isNew = heard && me.kind === 'guest' && !me.named;
  if (!isNew || role === 'owner' || !reaches(role, 'commenter')) return null;
  return (
    <Suspense>
      <FirstJoinCard />
    </Suspense>
  );
}
