import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { moneyAtStake } from '../../../shared/gaps/moneyAtStake.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { compactMoney } from '../format.ts';
import styles from './DepartmentFilter.module.css';

interface DepartmentFilterProps {
  /** All open gaps: the chips count them. */
  readonly findings: readonly AnsweredFinding[];
  /** The ones in the list: their money is summed. */
  readonly shown: readonly AnsweredFinding[];
  readonly chosen: string | null;
  readonly onChoose: (department: string | null) => void;
}

/** Narrows the list down to the gaps of one department. */
export function DepartmentFilter({ findings, shown, chosen, onChoose }: DepartmentFilterProps) {
  const lanes = useMap((map) => map.lanes);
  const currency = useMap((map) => map.meta.currency);
  const money = moneyAtStake(shown);
  const departments = lanes.list
    .map((lane) => ({ lane, count: findings.filter(({ departments: all }) => all.includes(lane.id)).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form */}
      <div className={styles.chips} role="group" aria-label="Show the gaps of">
        <Chip words="All" chosen={chosen === null} onClick={() => onChoose(null)} />
        {departments.map(({ lane, count }) => (
          <Chip
            key={lane.id}
            words={lane.title || 'Untitled lane'}
            count={count}
            chosen={chosen === lane.id}
            onClick={() => onChoose(chosen === lane.id ? null : lane.id)}
          />
        ))}
      </div>
      {money > 0 && (
        <span className={styles.money} title="At stake a month at the places with gaps">
          {compactMoney(money, currency)}
        </span>
      )}
    </div>
  );
}

interface ChipProps {
  readonly words: string;
  readonly count?: number;
  readonly chosen: boolean;
  readonly onClick: () => void;
}

const Chip = ({ words, count, chosen, onClick }: ChipProps) => (
  <button type="button" className={styles.chip} aria-pressed={chosen} onClick={onClick}>
    <span className={styles.words}>{words}</span>
    {count !== undefined && <span>{count}</span>}
  </button>
);
