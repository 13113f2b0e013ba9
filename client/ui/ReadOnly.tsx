import { createContext, useContext } from 'react';
import { classes } from './classes.ts';
import styles from './Field.module.css';

const ReadOnlyContext = createContext(false);

/** Around fields that are shown to somebody who may not change them: they become words. */
export const ReadOnly = ReadOnlyContext;

export const useReadOnly = (): boolean => useContext(ReadOnlyContext);

interface PlainFieldProps {
  readonly label: string;
  readonly labelHidden?: boolean;
  readonly value: string;
  readonly unit?: string | undefined;
  readonly className?: string | undefined;
}

/** What a field says, with its label, for reading. */
export function PlainField({ label, labelHidden = false, value, unit, className }: PlainFieldProps) {
  return (
    <div className={classes(styles.field, className)}>
      {!labelHidden && <span className={styles.label}>{label}</span>}
      <span className={styles.plain}>{value === '' ? '–' : withUnit(value, unit)}</span>
    </div>
  );
}

/** "£1.40", "12%", "3 hours": money is written before its number. */
function withUnit(value: string, unit: string | undefined): string {
  if (!unit) return value;
  if (/^\p{Sc}$/u.test(unit)) return unit + value;
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}
