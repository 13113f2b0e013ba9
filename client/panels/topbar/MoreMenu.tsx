import { Ellipsis, FileDown, FileUp, Redo2, Share2, Undo2, UserRound, Users } from 'lucide-react';
import { Suspense, useState } from 'react';
import { ActionItems } from '../../actions/ActionItems.tsx';
import { openDetails } from '../../canvas/openDetails.ts';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { ThemeChoice } from '../../ui/ThemeChoice.tsx';
import { FutureItems } from '../../views/compare/LazyFutureItems.tsx';
import { ViewMenuChoice } from '../../views/ViewSwitch.tsx';
import { openExport } from '../export/exportDialogStore.ts';
import { openImport } from '../import/importDialogStore.ts';
import { openShare } from '../share/shareDialogStore.ts';
import { MyCard } from './People.tsx';
import { StateChoice } from './StateMenu.tsx';
import { TemplateItem } from './TemplateItem.tsx';

/** What has no room in the bar: little on a desk, nearly everything on a phone. */
export function MoreMenu({ narrow }: { readonly narrow: boolean }) {
  const [me, setMe] = useState(false);
  const mayEdit = useMayEdit();
  return (
    <>
      <Menu trigger={<IconButton label="More" icon={<Ellipsis size={18} aria-hidden />} />}>
        {narrow && <NarrowItems onMe={() => setMe(true)} />}
        <MenuItem icon={<Users size={16} aria-hidden />} onSelect={() => setTimeout(() => openDetails(null))}>
          Map, personas and people
        </MenuItem>
        {mayEdit && (
          <MenuItem icon={<FileUp size={16} aria-hidden />} onSelect={() => setTimeout(openImport)}>
            Import
          </MenuItem>
        )}
        <ActionItems />
        {mayEdit && (
          <>
            <TemplateItem />
            <MenuSeparator />
          </>
        )}
        <ThemeChoice />
      </Menu>
      {me && (
        <Dialog title="How others see you" onClose={() => setMe(false)}>
          <Suspense>
            <MyCard />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

function NarrowItems({ onMe }: { readonly onMe: () => void }) {
  const { undo, redo } = useMapSession();
  const mayEdit = useMayEdit();
  const canUndo = useSession((session) => session.canUndo);
  const canRedo = useSession((session) => session.canRedo);
  const me = useSession((session) => session.me);
  return (
    <>
      <ViewMenuChoice />
      <MenuSeparator />
      {mayEdit && (
        <>
          <MenuItem icon={<Undo2 size={16} aria-hidden />} disabled={!canUndo} onSelect={undo}>
            Undo
          </MenuItem>
          <MenuItem icon={<Redo2 size={16} aria-hidden />} disabled={!canRedo} onSelect={redo}>
            Redo
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem icon={<Share2 size={16} aria-hidden />} onSelect={() => setTimeout(openShare)}>
        Share
      </MenuItem>
      <MenuItem icon={<FileDown size={16} aria-hidden />} onSelect={() => setTimeout(openExport)}>
        Export
      </MenuItem>
      <MenuItem icon={<UserRound size={16} aria-hidden />} hint={me.name} onSelect={onMe}>
        You
      </MenuItem>
      <MenuSeparator />
      {mayEdit && <StateChoice />}
      <FutureItems />
      <MenuSeparator />
    </>
  );
}
