import { Columns2, Copy, ExternalLink } from 'lucide-react';
import { useMap, useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { mapPath, navigate } from '../../ui/route.ts';
import { chooseView } from '../viewChoice.ts';
import { copyAsOther } from './copyAsOther.ts';

/** In the menu of the map's state: the same journey in the other state, made by copying it, and the two compared. */
export default function FutureItems() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const meta = useMap((map) => map.meta);
  const other = meta.state === 'current' ? 'future' : 'current';
  if (meta.counterpart === '' && !mayEdit) return null;
  return (
    <>
      <MenuSeparator />
      {meta.counterpart === '' ? (
        <MenuItem icon={<Copy size={15} aria-hidden />} onSelect={() => void copyAsOther(session)}>
          Copy as {other} state
        </MenuItem>
      ) : (
        <>
          <MenuItem icon={<ExternalLink size={15} aria-hidden />} onSelect={() => navigate(mapPath(meta.counterpart))}>
            Open the {other} state
          </MenuItem>
          <MenuItem icon={<Columns2 size={15} aria-hidden />} onSelect={() => chooseView('compare')}>
            Compare the two
          </MenuItem>
        </>
      )}
    </>
  );
}
