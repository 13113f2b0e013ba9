import { AppWindow, Ellipsis, Settings2, Trash2 } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';

/** What is done with a link now and then; each opens below the link. */
export type LinkPart = 'settings' | 'embed' | 'delete';

interface LinkMenuProps {
  /** Of which link, for those who hear it. */
  readonly name: string;
  readonly onOpen: (part: LinkPart) => void;
}

export function LinkMenu({ name, onOpen }: LinkMenuProps) {
  return (
    <Menu
      // What was chosen has it by then.
      focusMoved={() => document.activeElement?.closest('[data-link-part]') != null}
      trigger={<IconButton label={`More for ${name}`} small look="plain" icon={<Ellipsis size={15} aria-hidden />} />}
    >
      <MenuItem icon={<Settings2 size={15} aria-hidden />} onSelect={() => onOpen('settings')}>
        Expiry and password
      </MenuItem>
      <MenuItem icon={<AppWindow size={15} aria-hidden />} onSelect={() => onOpen('embed')}>
        Show in other pages
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger icon={<Trash2 size={15} aria-hidden />} onSelect={() => onOpen('delete')}>
        Delete
      </MenuItem>
    </Menu>
  );
}
