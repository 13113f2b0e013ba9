import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import type { GapFilter } from '../../../shared/gaps/filterFindings.ts';
import { moneyAtStake } from '../../../shared/gaps/moneyAtStake.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { classes } from '../../ui/classes.ts';
import { SeenAs } from '../../views/SeenAs.tsx';
import { compactMoney } from '../format.ts';
import chips from '../side/Chips.module.css';
import styles from './GapBar.module.css';
import { GapFilters } from './GapFilters.tsx';

interface GapBarProps {
  /** All open gaps: the chips count them. */
  readonly findings: readonly AnsweredFinding[];
  /** The ones in the list: their money is summed. */
  readonly shown: readonly AnsweredFinding[];
  readonly filter: GapFilter;
  readonly onFilter: (filter: GapFilter) => void;
}

/** Above the list: whose gaps it shows, what it is narrowed down to, and what is at stake at their places. */
export function GapBar({ findings, shown, filter, onFilter }: GapBarProps) {
  const lanes = useMap((map) => map.lanes);
  const currency = useMap((map) => map.meta.currency);
  const money = moneyAtStake(shown);
  const chosen = filter.department;
  const choose = (department: string | null) => onFilter({ ...filter, department });
  const departments = lanes.list
    .map((lane) => ({ lane, count: findings.filter(({ departments: all }) => all.includes(lane.id)).length }))
    .filter(({ count }) => count > 0);
  return (
    <div className={styles.bar}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form */}
      <div className={classes(chips.chips, styles.departments)} role="group" aria-label="Show the gaps of">
        <Chip words="All" chosen={chosen === null} onClick={() => choose(null)} />
        {departments.map(({ lane, count }) => (
          <Chip
            key={lane.id}
            words={lane.title || 'Untitled lane'}
            count={count}
            chosen={chosen === lane.id}
            onClick={() => choose(chosen === lane.id ? null : lane.id)}
          />
        ))}
      </div>
      <div className={styles.more}>
        <GapFilters findings={findings} filter={filter} onChange={onFilter} />
        {money > 0 && (
          <span className={styles.money} title="At the places with gaps that are shown">
            <strong>{compactMoney(money, currency)}</strong> at stake a month
          </span>
        )}
      </div>
      <SeenAs />
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
  <button type="button" className={chips.chip} aria-pressed={chosen} onClick={onClick}>
    <span className={styles.words}>{words}</span>
    {count !== undefined && <span>{count}</span>}
  </button>
);
