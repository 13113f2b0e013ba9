import { useId } from 'react';
import { classes } from './classes.ts';
import field from './Field.module.css';
import { PlainField, useReadOnly } from './ReadOnly.tsx';
import styles from './Segments.module.css';

interface SegmentsProps<T extends string> {
  readonly label: string;
  /** Null where none is chosen, or the selected items differ. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  const name = useId();
  if (useReadOnly()) {
    const words = options.find((option) => option.value === value)?.label ?? 'Different values';
    return <PlainField label={label} value={words} />;
  }
  return (
    <fieldset className={classes(field.field, styles.set)}>
      <legend className={classes(field.label, styles.legend)}>{label}</legend>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              type="radio"
              className={styles.radio}
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
