import { useLateFindings } from '../../session/useLateFindings.ts';
import { classes } from '../../ui/classes.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './GapCount.module.css';

/** How many gaps are open. */
export function GapCount() {
  const open = useLateFindings().filter(({ number }) => number !== null);
  if (open.length === 0) return null;
  const grave = open.some(({ severity }) => severity === 'high');
  return (
    <span className={classes(styles.count, grave && styles.grave)}>
      {open.length}
      <VisuallyHidden> open</VisuallyHidden>
    </span>
  );
}
