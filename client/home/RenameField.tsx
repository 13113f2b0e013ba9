import { useEffect, useRef, useState } from 'react';
import { TITLE_LIMIT } from '../../shared/model/titles.ts';
import type { MapEntry } from '../../shared/protocol/http.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './MapList.module.css';
import { renameMap } from './mapsStore.ts';

interface RenameFieldProps {
  readonly map: MapEntry;
  readonly onDone: () => void;
}

/** Renames where the name stands: Enter or leaving the field keeps it, Esc does not. */
export function RenameField({ map, onDone }: RenameFieldProps) {
  const [title, setTitle] = useState(map.title);
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    // After the menu has closed: while it is open it keeps the focus inside.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);

  const end = (keep: boolean) => {
    if (ended.current) return;
    const next = title.trim();
    ended.current = true;
    if (keep && next && next !== map.title) void renameMap(map, next);
    onDone();
  };
  return (
    <TextField
      ref={field}
      className={styles.rename}
      label={`New title of ${map.title}`}
      labelHidden
      value={title}
      maxLength={TITLE_LIMIT}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(true);
        if (event.key === 'Escape') end(false);
      }}
    />
  );
}
