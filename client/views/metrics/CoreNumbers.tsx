import type { CoreNumber } from '../../../shared/insights/coreNumbers.ts';
import { metricState } from '../../../shared/insights/metricState.ts';
import { withUnit } from '../../panels/details/metrics/metricWords.ts';
import { formatDay } from '../../panels/format.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { openDetails } from '../goToMap.ts';
import styles from './CoreNumbers.module.css';
import { Sparkline } from './Sparkline.tsx';
import { TargetWords } from './TargetWords.tsx';

/** The numbers that stand above all others. One that nobody measures stands there empty: that is what it says. */
export function CoreNumbers({ numbers }: { readonly numbers: readonly CoreNumber[] }) {
  return (
    <ul className={styles.numbers} aria-label="Core numbers">
      {numbers.map(({ label, metrics: [metric, ...others] }) => (
        <li key={label} className={styles.number}>
          <span className={styles.label}>{label}</span>
          {metric ? (
            <button
              type="button"
              className={styles.open}
              onClick={() => openDetails({ kind: 'metric', id: metric.id })}
            >
              <VisuallyHidden>{label}: </VisuallyHidden>
              <Figure metric={metric} />
            </button>
          ) : (
            <span className={styles.none}>Not measured</span>
          )}
          {others.length > 0 && <span className={styles.more}>and {others.length} more by this name</span>}
        </li>
      ))}
    </ul>
  );
}

function Figure({ metric }: { readonly metric: CoreNumber['metrics'][number] }) {
  const { latest } = metricState(metric);
  if (!latest) return <span className={styles.none}>No value yet</span>;
  return (
    <>
      <span className={styles.value}>{withUnit(latest.value, metric.unit)}</span>
      <Sparkline metric={metric} />
      <TargetWords metric={metric} />
      <span className={styles.more}>{formatDay(latest.date)}</span>
    </>
  );
}
