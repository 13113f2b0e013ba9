import { createContext, useContext } from 'react';
import { withUnit } from '../../shared/model/inWords.ts';
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
      <span className={styles.plain}>{value === '' ? '–' : withUnit(value, unit ?? '')}</span>
    </div>
  );
}
