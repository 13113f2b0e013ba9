import { Keyboard, Search } from 'lucide-react';
import { MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { useMedia } from '../ui/useMedia.ts';
import { isMac } from './chord.ts';
import { openKeys, openPalette } from './openDialog.ts';

/** The ways to the palette and the sheet of keys without a key. */
export function ActionItems() {
  const hasKeys = useMedia('(hover: hover)');
  // The menu gives the focus back when it has closed; only then may a dialog take it.
  const later = (open: () => void) => () => void setTimeout(open);
  return (
    <>
      <MenuItem
        icon={<Search size={16} aria-hidden />}
        hint={hasKeys ? (isMac() ? '⌘K' : 'Ctrl+K') : ''}
        onSelect={later(() => openPalette(null))}
      >
        Find and do
      </MenuItem>
      {hasKeys && (
        <MenuItem icon={<Keyboard size={16} aria-hidden />} hint="?" onSelect={later(openKeys)}>
          Keys
        </MenuItem>
      )}
      <MenuSeparator />
    </>
  );
}
