import { useEffect, useRef, useState } from 'react';
import { TextEdit } from '../../canvas/TextEdit.tsx';
import { useMap } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import styles from './MapTitle.module.css';

/** The map's title; a click edits it where it stands. */
export function MapTitle() {
  const title = useMap((map) => map.meta.title);
  const mayEdit = useMayEdit();
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!mayEdit) setEditing(false);
  }, [mayEdit]);
  const end = (how: string) => {
    setEditing(false);
    // After a click elsewhere the focus is where the click was.
    if (how !== 'blur') requestAnimationFrame(() => button.current?.focus());
  };
  if (!mayEdit) {
    return (
      <h1 className={styles.title} title={title}>
        <span className={styles.plain}>{title || 'Untitled map'}</span>
      </h1>
    );
  }
  return (
    <h1 className={styles.title}>
      {editing ? (
        <TextEdit
          textRef={{ kind: 'map', field: 'title' }}
          label="Title of the map"
          className={styles.field}
          autoFocus
          onDone={end}
        />
      ) : (
        <button ref={button} type="button" className={styles.button} title={title} onClick={() => setEditing(true)}>
          {title || 'Untitled map'}
        </button>
      )}
    </h1>
  );
}
