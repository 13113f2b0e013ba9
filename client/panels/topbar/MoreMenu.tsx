import { Ellipsis, FileDown, FileUp, Redo2, Share2, Undo2, UserRound } from 'lucide-react';
import { Suspense, useState } from 'react';
import { ActionItems } from '../../actions/ActionItems.tsx';
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
import { MyCard } from './People.tsx';
import { ShareDialog } from './ShareButton.tsx';
import { StateChoice } from './StateMenu.tsx';
import { TemplateItem } from './TemplateItem.tsx';

type Open = 'share' | 'me' | null;

/** What has no room in the bar: little on a desk, nearly everything on a phone. */
export function MoreMenu({ narrow }: { readonly narrow: boolean }) {
  const [open, setOpen] = useState<Open>(null);
  const mayEdit = useMayEdit();
  return (
    <>
      <Menu trigger={<IconButton label="More" icon={<Ellipsis size={18} aria-hidden />} />}>
        {narrow && <NarrowItems onOpen={setOpen} />}
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
      {open === 'share' && (
        <Suspense>
          <ShareDialog onClose={() => setOpen(null)} />
        </Suspense>
      )}
      {open === 'me' && (
        <Dialog title="How others see you" onClose={() => setOpen(null)}>
          <Suspense>
            <MyCard />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}

function NarrowItems({ onOpen }: { readonly onOpen: (open: Open) => void }) {
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
      <MenuItem icon={<Share2 size={16} aria-hidden />} onSelect={() => onOpen('share')}>
        Share
      </MenuItem>
      <MenuItem icon={<FileDown size={16} aria-hidden />} onSelect={() => setTimeout(openExport)}>
        Export
      </MenuItem>
      <MenuItem icon={<UserRound size={16} aria-hidden />} hint={me.name} onSelect={() => onOpen('me')}>
        You
      </MenuItem>
      <MenuSeparator />
      {mayEdit && <StateChoice />}
      <FutureItems />
      <MenuSeparator />
    </>
  );
}
