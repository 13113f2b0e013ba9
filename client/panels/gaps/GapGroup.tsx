import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import type { ManyFindings } from '../../../shared/gaps/groupFindings.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { classes } from '../../ui/classes.ts';
import { compactMoney } from '../format.ts';
import styles from './GapGroup.module.css';
import item from './GapItem.module.css';
import { GapItem } from './GapItem.tsx';
import { SeverityDisc } from './SeverityDisc.tsx';
import { ShowMore } from './ShowMore.tsx';
import { useMost } from './useMost.ts';

interface GapGroupProps {
  readonly group: ManyFindings;
  /** Those of the group. */
  readonly findings: readonly AnsweredFinding[];
  readonly unfolded: boolean;
  readonly active: string | null;
  readonly onActivate: (id: string | null) => void;
  readonly onFold: () => void;
}

/** Many gaps with one cause: pointing at it shows all their places, choosing it unfolds them. */
export function GapGroup({ group, findings, unfolded, active, onActivate, onFold }: GapGroupProps) {
  const { id, severity, title, message, items, numbers, moneyAtStake } = group;
  const highlight = useView((view) => view.highlight);
  const currency = useMap((map) => map.meta.currency);
  const { shown, hidden, showAll } = useMost(findings, (finding) => finding.id === active);
  const answered = findings.filter(({ answer, initiatives }) => answer.status === 'assigned' || initiatives.length > 0);
  const list = useId();
  return (
    <li className={styles.group} data-group={id} data-severity={severity}>
      <div className={classes(item.item, styles.head)} data-severity={severity}>
        <span className={styles.stack}>
          <SeverityDisc number={findings[0]?.number ?? null} severity={severity} />
        </span>
        <div className={item.content}>
          <h3 className={item.title}>
            <button
              type="button"
              className={item.choose}
              aria-expanded={unfolded}
              aria-controls={unfolded ? list : undefined}
              onClick={onFold}
              onPointerEnter={() => highlight(items)}
              onPointerLeave={() => highlight([])}
              onFocus={() => highlight(items)}
              onBlur={() => highlight([])}
            >
              {title}
            </button>
          </h3>
          <p className={item.message}>{message}</p>
          <div className={item.meta}>
            <span className={item.chip}>
              {findings.length > 1 ? 'Gaps' : 'Gap'} {numbers}
            </span>
            {moneyAtStake > 0 && (
              <span className={item.chip} title="At stake a month">
                {compactMoney(moneyAtStake, currency)}
              </span>
            )}
            {answered.length > 0 && (
              <span className={classes(item.chip, item.assigned)}>{answered.length} taken up</span>
            )}
          </div>
        </div>
        <ChevronRight size={16} className={styles.chevron} aria-hidden />
      </div>
      {unfolded && (
        <>
          <ol id={list} className={classes(item.list, styles.members)} aria-label={title}>
            {shown.map((finding) => (
              <GapItem key={finding.id} finding={finding} active={finding.id === active} onActivate={onActivate} />
            ))}
          </ol>
          <ShowMore count={hidden.length} onShow={showAll} />
        </>
      )}
    </li>
  );
}
