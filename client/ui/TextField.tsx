import { type ComponentProps, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';
import { PlainField, useReadOnly } from './ReadOnly.tsx';
import { tellCut } from './tellCut.ts';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly error?: string | null;
  readonly unit?: string | undefined;
}

/** One line of text with its label, and what is wrong with it. */
export function TextField({ label, labelHidden = false, error, unit, className, ...rest }: TextFieldProps) {
  const id = useId();
  if (useReadOnly()) {
    const value = String(rest.value || rest.placeholder || '');
    return <PlainField label={label} labelHidden={labelHidden} value={value} unit={rest.value ? unit : undefined} />;
  }
  return (
    <div className={classes(styles.field, className)}>
      {!labelHidden && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.affixed}>
        <input
          autoComplete="off"
          onPaste={tellCut}
          {...rest}
          id={id}
          className={classes(styles.control, unit && styles.withUnit)}
          aria-label={labelHidden ? label : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        {unit && (
          <span className={styles.unit} aria-hidden>
            {unit}
          </span>
        )}
      </div>
      {error && (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
