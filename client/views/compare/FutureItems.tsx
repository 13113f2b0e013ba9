import { Columns2, Copy, ExternalLink } from 'lucide-react';
import { changeMap } from '../../../shared/commands/changeMap.ts';
import { TITLE_LIMIT } from '../../../shared/protocol/http.ts';
import { copyMap } from '../../http/maps.ts';
import { useMap, useMapSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { mapPath, navigate } from '../../ui/route.ts';
import { toast } from '../../ui/toasts.ts';
import { chooseView } from '../viewChoice.ts';

/** In the menu of the map's state: the same journey in the other state, made by copying it, and the two compared. */
export default function FutureItems() {
  const session = useMapSession();
  const mayEdit = useMayEdit();
  const meta = useMap((map) => map.meta);
  const other = meta.state === 'current' ? 'future' : 'current';
  const copy = async () => {
    const title = `${meta.title}, ${other} state`.slice(0, TITLE_LIMIT);
    const answer = await copyMap(session.mapId, { title, state: other });
    if (answer.status === 'failed') return toast(answer.message, { tone: 'problem' });
    session.run(changeMap, { counterpart: answer.value.id });
    toast(`Copied as the ${other} state.`, {
      action: { label: 'Open it', run: () => navigate(mapPath(answer.value.id)) },
    });
  };
  if (meta.counterpart === '' && !mayEdit) return null;
  return (
    <>
      <MenuSeparator />
      {meta.counterpart === '' ? (
        <MenuItem icon={<Copy size={15} aria-hidden />} onSelect={() => void copy()}>
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
