import { Suspense, useEffect } from 'react';
import { useSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyDialog } from '../../ui/lazyPart.ts';
import { closeShare, openShare, useShareDialog } from '../share/shareDialogStore.ts';

/** Without a network its code may be out of reach; the map must not go because of it. */
const ShareDialog = lazyDialog(() => import('../share/ShareDialog.tsx'), 'Sharing', closeShare);

export function ShareButton() {
  // Who cannot let others in is not called upon to.
  const isOthers = useSession(({ role }) => role !== null && role !== 'owner');
  return (
    <Button look={isOthers ? 'plain' : 'primary'} aria-haspopup="dialog" onClick={openShare}>
      Share
    </Button>
  );
}

/** The share dialog where it is open. */
export function ShareOpener() {
  const open = useShareDialog((state) => state.open);
  useEffect(() => closeShare, []);
  if (!open) return null;
  return (
    <Suspense>
      <ShareDialog onClose={closeShare} />
    </Suspense>
  );
}
