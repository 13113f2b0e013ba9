import { useEffect, useRef } from 'react';
import styles from './Checkbox.module.css';
import { classes } from './classes.ts';
import { PlainField, useReadOnly } from './ReadOnly.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface CheckboxProps {
  readonly label: string;
  /** Where a heading says it to eyes, as in a table. */
  readonly labelHidden?: boolean;
  /** Null where the selected items differ. */
  readonly checked: boolean | null;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, labelHidden = false, checked, onChange }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // There is no attribute for "some of them", only this property.
    if (box.current) box.current.indeterminate = checked === null;
  }, [checked]);
  if (useReadOnly()) {
    return (
      <PlainField
        label={label}
        labelHidden={labelHidden}
        value={checked === null ? 'Different values' : checked ? 'Yes' : 'No'}
      />
    );
  }
  return (
    <label className={classes(styles.line, labelHidden && styles.alone)}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        checked={checked ?? false}
        onChange={(event) => onChange(event.target.checked)}
      />
      {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
    </label>
  );
}
