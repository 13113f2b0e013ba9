import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toasts.ts';

/** Without a network its code may be out of reach; the map must not go because of it. */
export const ShareDialog = lazy<ComponentType<NotLoadedProps>>(() =>
  import('../share/ShareDialog.tsx').catch(() => ({ default: NotLoaded })),
);

interface NotLoadedProps {
  readonly onClose: () => void;
}

function NotLoaded({ onClose }: NotLoadedProps) {
  useEffect(() => {
    toast('Sharing could not be loaded. Load the page again when the server can be reached.', { tone: 'problem' });
    onClose();
  }, [onClose]);
  return null;
}

export function ShareButton() {
  const [open, setOpen] = useState(false);
  // Who cannot let others in is not called upon to.
  const isOthers = useSession(({ role }) => role !== null && role !== 'owner');
  return (
    <>
      <Button look={isOthers ? 'plain' : 'primary'} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Share
      </Button>
      {open && (
        <Suspense>
          <ShareDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
