import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { useMap } from '../../session/SessionContext.tsx';
import styles from './GapItem.module.css';

const SHOWN = 3;

/** The departments a gap is about; with an arrow where it lies between two. */
export function DepartmentChips({ finding: { departments, items, fix } }: { readonly finding: AnsweredFinding }) {
  const lanes = useMap((map) => map.lanes);
  const names = departments.map((id) => lanes.get(id)?.title).filter((title) => title !== undefined);
  const between = items[0]?.kind === 'handoff' || fix?.kind === 'link';
  if (between && names.length === 2) return <span className={styles.chip}>{names.join(' → ')}</span>;
  return (
    <>
      {departments.slice(0, SHOWN).map((id) => (
        <span key={id} className={styles.chip}>
          {lanes.get(id)?.title || 'Untitled lane'}
        </span>
      ))}
      {departments.length > SHOWN && <span className={styles.chip}>+{departments.length - SHOWN}</span>}
    </>
  );
}
