import { useState } from 'react';
import { restoreMap } from '../../http/maps.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toasts.ts';

/** Takes the map of this page out of the trash. */
export function RestoreButton({ onRestored }: { readonly onRestored: () => void }) {
  const { mapId } = useMapSession();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    const answer = await restoreMap(mapId);
    setBusy(false);
    if (answer.status === 'done') onRestored();
    else toast(answer.message, { tone: 'problem' });
  };
  return (
    <Button look="primary" disabled={busy} onClick={() => void restore()}>
      Restore the map
    </Button>
  );
}
