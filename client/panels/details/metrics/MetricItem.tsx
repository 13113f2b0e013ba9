import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { valueText } from '../../../../shared/model/inWords.ts';
import { newestOf, reachesTarget } from '../../../../shared/model/measurement.ts';
import type { Metric } from '../../../../shared/model/records.ts';
import { classes } from '../../../ui/classes.ts';
import { MetricFields } from './MetricFields.tsx';
import styles from './MetricItem.module.css';

interface MetricItemProps {
  readonly metric: Metric;
  /** By which it gets another place among the others. */
  readonly grip?: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One number in one line; opened, everything about it. */
export function MetricItem({ metric, grip, open, onToggle }: MetricItemProps) {
  const latest = newestOf(metric);
  const reached = reachesTarget(metric);
  return (
    <div className={styles.item} data-movable="">
      <div className={styles.head}>
        {grip}
        <button type="button" className={styles.line} aria-expanded={open} onClick={onToggle}>
          <ChevronRight size={15} className={styles.chevron} aria-hidden />
          <span className={styles.name}>{metric.title || 'Unnamed metric'}</span>
          <span
            className={classes(styles.value, reached === true && styles.reached, reached === false && styles.missed)}
          >
            {latest ? valueText(latest.value, metric.unit) : 'no value'}
          </span>
          {metric.target !== null && (
            <span className={styles.target}>
              {reached === false ? 'misses' : 'target'} {valueText(metric.target, metric.unit)}
            </span>
          )}
        </button>
      </div>
      {open && (
        <div className={styles.body}>
          <MetricFields metric={metric} />
        </div>
      )}
    </div>
  );
}
