import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

export const ShareDialog = lazy(() => import('../share/ShareDialog.tsx'));

export function ShareButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
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
