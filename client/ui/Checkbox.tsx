import { useEffect, useRef } from 'react';
import styles from './Checkbox.module.css';
import { PlainField, useReadOnly } from './ReadOnly.tsx';

interface CheckboxProps {
  readonly label: string;
  /** Null where the selected items differ. */
  readonly checked: boolean | null;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, onChange }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // There is no attribute for "some of them", only this property.
    if (box.current) box.current.indeterminate = checked === null;
  }, [checked]);
  if (useReadOnly()) {
    return <PlainField label={label} value={checked === null ? 'Different values' : checked ? 'Yes' : 'No'} />;
  }
  return (
    <label className={styles.line}>
      <input
        ref={box}
        type="checkbox"
        className={styles.box}
        checked={checked ?? false}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
