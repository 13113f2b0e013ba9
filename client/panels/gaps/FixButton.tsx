import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './GapItem.module.css';
import { useFix } from './useFix.ts';

/** What closes the gap, or leads to where somebody has to decide. */
export function FixButton({ finding }: { readonly finding: AnsweredFinding }) {
  const runFix = useFix();
  const mayEdit = useMayEdit();
  const { fix, initiatives } = finding;
  const [initiative] = initiatives;
  if (!fix) return null;
  const planned = initiative && fix.kind === 'command' && fix.command.name === addInitiative.name;
  if (!planned && !mayEdit) return null;
  const openInitiative = () => openDetails({ kind: 'initiative', id: initiative ?? '' });
  return (
    <Button look="link" className={styles.fix} onClick={planned ? openInitiative : () => runFix(finding)}>
      {planned ? 'Open initiative' : fix.label}
    </Button>
  );
}
