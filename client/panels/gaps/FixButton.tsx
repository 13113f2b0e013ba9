import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './GapItem.module.css';
import { useFix } from './useFix.ts';

/** What closes the gap, or leads to where somebody has to decide. */
export function FixButton({ finding }: { readonly finding: AnsweredFinding }) {
  const fix = useFix();
  if (!finding.fix) return null;
  return (
    <Button look="link" className={styles.fix} onClick={() => fix(finding)}>
      {finding.fix.label}
    </Button>
  );
}
