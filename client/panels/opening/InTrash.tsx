import { useEffect, useState } from 'react';
import { TRASH_DAYS } from '../../../shared/protocol/http.ts';
import { listTrash } from '../../http/maps.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from './Notice.tsx';
import { RestoreButton } from './RestoreButton.tsx';

/** Somebody deleted the map: its owners can take it back, everybody else is told whom to ask. */
export function InTrash({ onRetry }: { readonly onRetry: () => void }) {
  const mayRestore = useMayRestore();
  const text = mayRestore
    ? 'Somebody deleted it. Everything on it is kept, and restoring it lets everybody in again.'
    : `Somebody deleted it. Everything on it is kept for ${TRASH_DAYS} days: ask whoever owns it to restore it. Where its owner's account is gone, whoever runs this server gives it another owner.`;
  return (
    <Notice title="This map is in the trash" text={mayRestore === null ? '' : text}>
      {mayRestore === true && <RestoreButton onRestored={onRetry} />}
      {mayRestore === false && <Button onClick={onRetry}>Try again</Button>}
    </Notice>
  );
}

/** Null until the server has said whose map it is. */
function useMayRestore(): boolean | null {
  const { mapId } = useMapSession();
  const [may, setMay] = useState<boolean | null>(null);
  useEffect(() => {
    let gone = false;
    void listTrash().then((answer) => {
      if (gone) return;
      // Where it cannot be asked, the button is there, and says why when it is refused.
      setMay(answer.status === 'failed' || answer.value.some(({ id, role }) => id === mapId && role === 'owner'));
    });
    return () => {
      gone = true;
    };
  }, [mapId]);
  return may;
}
