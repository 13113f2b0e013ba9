import { useId } from 'react';
import { classes } from './classes.ts';
import field from './Field.module.css';
import { PlainField, useReadOnly } from './ReadOnly.tsx';
import styles from './Segments.module.css';
import hidden from './VisuallyHidden.module.css';

interface SegmentsProps<T extends string> {
  readonly label: string;
  /** Where what stands around it says the same to those who see it. */
  readonly labelHidden?: boolean;
  /** Null where none is chosen, or the selected items differ. */
  readonly value: T | null;
  /** Whether nothing is chosen because the selected items differ. */
  readonly mixed?: boolean;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Segments<T extends string>({
  label,
  labelHidden = false,
  value,
  mixed = false,
  options,
  onChange,
}: SegmentsProps<T>) {
  const name = useId();
  if (useReadOnly()) {
    const words = options.find((option) => option.value === value)?.label ?? 'Different values';
    return <PlainField label={label} value={words} />;
  }
  return (
    <fieldset className={classes(field.field, styles.set)}>
      <legend className={labelHidden ? hidden.hidden : classes(field.label, styles.legend)}>
        {label}
        {mixed && <span className={styles.mixed}> · different values</span>}
      </legend>
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
