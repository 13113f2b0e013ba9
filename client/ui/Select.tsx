import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { PlainField, useReadOnly } from './ReadOnly.tsx';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly labelHidden?: boolean;
  /** Null where the selected items differ: the field then says so. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** What it says instead where no value means something else than that they differ. */
  readonly none?: string | undefined;
  readonly disabled?: boolean;
  /** Chooses what is shown and changes nothing, so that it stays where fields are for reading. */
  readonly viewing?: boolean;
}

const DIFFERENT = 'Different values';

/** The browser's own list of choices: right on every phone and for every screen reader, and no code to load. */
export function Select<T extends string>(props: SelectProps<T>) {
  const {
    label,
    labelHidden = false,
    value,
    options,
    onChange,
    none = DIFFERENT,
    disabled = false,
    viewing = false,
  } = props;
  const id = useId();
  const readOnly = useReadOnly() && !viewing;
  if (readOnly) {
    const words = options.find((option) => option.value === value)?.label ?? none;
    return <PlainField label={label} labelHidden={labelHidden} value={words} />;
  }
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <div className={styles.field}>
      {!labelHidden && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.selectBox}>
        <select
          id={id}
          className={classes(styles.control, styles.select)}
          aria-label={labelHidden ? label : undefined}
          value={value ?? ''}
          disabled={disabled}
          onChange={(event) => choose(event.target.value)}
        >
          {value === null && (
            <option value="" disabled>
              {none}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={15} className={styles.chevron} aria-hidden />
      </div>
    </div>
  );
}
