import type { Severity } from '../../../shared/gaps/rule.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SeverityDisc.module.css';

interface SeverityDiscProps {
  /** Null for what was dismissed. */
  readonly number: number | null;
  readonly severity: Severity;
}

/** The number a gap has on the map, in the colour of its severity. */
export const SeverityDisc = ({ number, severity }: SeverityDiscProps) => (
  <span className={styles.disc} data-severity={number === null ? 'low' : severity}>
    {number ?? '–'}
    <VisuallyHidden>, {severity}</VisuallyHidden>
  </span>
);
