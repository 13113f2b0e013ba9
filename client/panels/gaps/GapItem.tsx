import { memo } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { isoToday } from '../../../shared/model/day.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { classes } from '../../ui/classes.ts';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { compactMoney, formatDay } from '../format.ts';
import { DepartmentChips } from './DepartmentChips.tsx';
import { FixButton } from './FixButton.tsx';
import { GapActions } from './GapActions.tsx';
import styles from './GapItem.module.css';
import { goToGap } from './goToGap.ts';
import { SeverityDisc } from './SeverityDisc.tsx';

interface GapItemProps {
  readonly finding: AnsweredFinding;
  readonly active: boolean;
  readonly onActivate: (id: string | null) => void;
}

/** One gap: pointing at it shows its place, choosing it goes there and opens what can be done. */
export const GapItem = memo(function GapItem({ finding, active, onActivate }: GapItemProps) {
  const { number, severity, title, message, items, answer, moneyAtStake, dismissedOnce } = finding;
  const highlight = useView((view) => view.highlight);
  const currency = useMap((map) => map.meta.currency);
  const assignee = useMap((map) => (answer.status === 'assigned' ? map.people.get(answer.to)?.name : undefined));
  const due = answer.status === 'assigned' ? answer.due : null;
  const overdue = due !== null && due < isoToday(new Date());
  const narrow = useMedia(NARROW);
  const choose = () => {
    // On a narrow screen the list covers the map; there the way to the place is a button of its own.
    if (!active && !narrow) goToGap(finding);
    onActivate(active ? null : finding.id);
  };
  return (
    <li
      className={classes(styles.item, active && styles.active)}
      data-gap={finding.id}
      data-severity={severity}
      onPointerEnter={() => highlight(items)}
      onPointerLeave={() => highlight([])}
      onFocus={() => highlight(items)}
      onBlur={() => highlight([])}
    >
      <SeverityDisc number={number} severity={severity} />
      <div className={styles.content}>
        <h3 className={styles.title}>
          <button type="button" className={styles.choose} aria-expanded={active} onClick={choose}>
            {title}
          </button>
        </h3>
        <p className={styles.message}>{message}</p>
        {dismissedOnce !== null && (
          <p className={styles.once}>It is back: dismissed with “{dismissedOnce}”, and its facts have changed since.</p>
        )}
        <div className={styles.meta}>
          <DepartmentChips finding={finding} />
          {moneyAtStake !== null && moneyAtStake > 0 && (
            <span className={styles.chip} title="At stake a month">
              {compactMoney(moneyAtStake, currency)}
            </span>
          )}
          {assignee !== undefined && (
            <span className={classes(styles.chip, overdue ? styles.overdue : styles.assigned)}>
              {assignee || 'Unnamed'}
              {due !== null && `, ${overdue ? 'was due' : 'until'} ${formatDay(due)}`}
            </span>
          )}
          {finding.initiatives.length > 0 && (
            <span className={classes(styles.chip, styles.assigned)}>
              {counted(finding.initiatives.length, 'initiative')}
            </span>
          )}
          <FixButton finding={finding} />
        </div>
        {active && <GapActions finding={finding} />}
      </div>
    </li>
  );
});
