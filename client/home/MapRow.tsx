import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MapEntry } from '../../shared/protocol/http.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { mapPath } from '../ui/route.ts';
import { Counts } from './Counts.tsx';
import styles from './MapList.module.css';
import { deleteMap } from './mapsStore.ts';
import { stateName } from './mapWords.ts';
import { RenameField } from './RenameField.tsx';
import { whenChanged } from './whenChanged.ts';

interface MapRowProps {
  readonly map: MapEntry;
  readonly now: number;
}

export function MapRow({ map, now }: MapRowProps) {
  const [renaming, setRenaming] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  // Not the state: the menu asks while it goes away, before the next rendering.
  const focusMoved = useRef(false);
  const title = map.title || 'Untitled map';
  return (
    <li className={styles.row}>
      {renaming ? (
        <RenameField
          map={map}
          onDone={() => {
            setRenaming(false);
            focusMoved.current = false;
            menu.current?.focus();
          }}
        />
      ) : (
        <div className={styles.name}>
          <Link href={mapPath(map.id)} className={styles.link}>
            {title}
          </Link>
          <span className={styles.state}>{stateName(map.state)}</span>
        </div>
      )}
      <Counts counts={map.counts} />
      <div className={styles.when}>Changed {whenChanged(map.updatedAt, now)}</div>
      <div className={styles.menu}>
        <Menu
          focusMoved={() => focusMoved.current}
          trigger={<IconButton ref={menu} label={`Actions for ${title}`} icon={<Ellipsis size={17} aria-hidden />} />}
        >
          <MenuItem
            icon={<Pencil size={15} aria-hidden />}
            onSelect={() => {
              focusMoved.current = true;
              setRenaming(true);
            }}
          >
            Rename
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 size={15} aria-hidden />} danger onSelect={() => void deleteMap(map)}>
            Delete
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}
