import type { TextRef } from '../../../../shared/commands/editText.ts';
import { collectionOf } from '../../../../shared/model/collections.ts';
import type { MapSnapshot } from '../../../../shared/model/snapshot.ts';
import { TextEdit } from '../../../canvas/TextEdit.tsx';
import { useMap } from '../../../session/SessionContext.tsx';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/Field.module.css';
import { PlainField, useReadOnly } from '../../../ui/ReadOnly.tsx';
import { leaveField } from '../../side/backFromPanel.ts';
import styles from './TextRow.module.css';

interface TextRowProps {
  readonly label: string;
  readonly textRef: TextRef;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  /** The name of what is edited: larger, as a heading. */
  readonly big?: boolean;
}

/** A text of the map with its label; several people may type in it at once. */
export function TextRow({ label, textRef, multiline = false, placeholder, big = false }: TextRowProps) {
  const readOnly = useReadOnly();
  const text = useMap((map) => (readOnly ? textIn(map, textRef) : ''));
  if (readOnly) return <PlainField label={label} value={text} className={big ? styles.big : undefined} />;
  return (
    <div className={field.field} data-field={textRef.field}>
      <span className={field.label} aria-hidden>
        {label}
      </span>
      <TextEdit
        textRef={textRef}
        label={label}
        multiline={multiline}
        className={classes(styles.text, multiline && styles.multiline, big && styles.big)}
        onDone={(how) => how === 'escape' && leaveField(document.activeElement)}
        {...(placeholder ? { placeholder } : {})}
      />
    </div>
  );
}

/** Which texts a kind of item has, its record knows; a name that is none of them reads as no text. */
function textIn(map: MapSnapshot, ref: TextRef): string {
  const record = ref.kind === 'map' ? map.meta : map[collectionOf(ref.kind)].get(ref.id);
  const text = record?.[ref.field as keyof typeof record] as unknown;
  return typeof text === 'string' ? text : '';
}
