import type { TextRef } from '../../../../shared/commands/editText.ts';
import { TextEdit } from '../../../canvas/TextEdit.tsx';
import { classes } from '../../../ui/classes.ts';
import field from '../../../ui/Field.module.css';
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
        {...(placeholder ? { placeholder } : {})}
      />
    </div>
  );
}
