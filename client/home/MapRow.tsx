import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MapEntry } from '../../shared/protocol/http.ts';
import { reaches } from '../../shared/protocol/roles.ts';
import { useMe } from '../session/me.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Link } from '../ui/Link.tsx';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu.tsx';
import { mapPath } from '../ui/route.ts';
import { Counts } from './Counts.tsx';
import styles from './MapList.module.css';
import { MapStamp } from './MapStamp.tsx';
import { beginFrom, deleteMap, duplicateMap } from './mapsStore.ts';
import { roleWords, stateName, titleOf } from './mapWords.ts';
import { usePicture } from './pictures.ts';
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
  const { picture, ref } = usePicture(map);
  const title = titleOf(map);
  return (
    <li ref={ref} className={styles.row}>
      <div className={styles.stamp}>
        <MapStamp picture={picture} />
      </div>
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
          <OpenLink map={map}>{title}</OpenLink>
          <span className={styles.state}>{stateName(map.state)}</span>
        </div>
      )}
      <div className={styles.facts}>
        {map.role !== 'owner' && <div>{roleWords(map)}</div>}
        <Counts counts={map.counts} gaps={picture?.gaps ?? null} />
      </div>
      <div className={styles.when}>Changed {whenChanged(map.updatedAt, now)}</div>
      <div className={styles.menu}>
        {map.template && <UseButton map={map} />}
        <Menu
          focusMoved={() => focusMoved.current}
          trigger={<IconButton ref={menu} label={`Actions for ${title}`} icon={<Ellipsis size={17} aria-hidden />} />}
        >
          <RowActions
            map={map}
            onRename={() => {
              focusMoved.current = true;
              setRenaming(true);
            }}
          />
        </Menu>
      </div>
    </li>
  );
}

function UseButton({ map }: { readonly map: MapEntry }) {
  const mayCreate = useMe((state) => state.me.mayCreateMaps);
  return (
    <Button small disabled={!mayCreate} aria-label={`Use ${titleOf(map)}`} onClick={() => void beginFrom(map)}>
      Use
    </Button>
  );
}

/** Who may only look reads the executive view, which is a page of the server's and no part of this program. */
function OpenLink({ map, children }: { readonly map: MapEntry; readonly children: string }) {
  const to = { href: mapPath(map.id), className: styles.link };
  return map.role === 'viewer' ? <a {...to}>{children}</a> : <Link {...to}>{children}</Link>;
}

/** What one may do to a map from outside. */
function RowActions({ map, onRename }: { readonly map: MapEntry; readonly onRename: () => void }) {
  const mayCreate = useMe((state) => state.me.mayCreateMaps);
  return (
    <>
      {reaches(map.role, 'editor') && (
        <MenuItem icon={<Pencil size={15} aria-hidden />} onSelect={onRename}>
          Rename
        </MenuItem>
      )}
      <MenuItem icon={<Copy size={15} aria-hidden />} disabled={!mayCreate} onSelect={() => void duplicateMap(map)}>
        Duplicate
      </MenuItem>
      {map.role === 'owner' && (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 size={15} aria-hidden />} danger onSelect={() => void deleteMap(map)}>
            Delete
          </MenuItem>
        </>
      )}
    </>
  );
}
