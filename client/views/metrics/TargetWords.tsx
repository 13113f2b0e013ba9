import { Check, TrendingDown, TrendingUp, TriangleAlert } from 'lucide-react';
import { metricState } from '../../../shared/insights/metricState.ts';
import { valueText } from '../../../shared/model/inWords.ts';
import type { Metric } from '../../../shared/model/records.ts';
import styles from './TargetWords.module.css';

/** Whether a metric reaches its target, in a sign, a colour and words; and where it is going. */
export function TargetWords({ metric }: { readonly metric: Metric }) {
  const { onTarget, trend, improving } = metricState(metric);
  const Trend = trend === 'up' ? TrendingUp : trend === 'down' ? TrendingDown : null;
  const going = improving === null ? '' : improving ? ', getting better' : ', getting worse';
  return (
    <span className={styles.words} data-tone={onTarget === null ? 'plain' : onTarget ? 'good' : 'bad'}>
      {onTarget === true && <Check size={13} aria-hidden />}
      {onTarget === false && <TriangleAlert size={13} aria-hidden />}
      {metric.target === null ? 'no target' : `target ${valueText(metric.target, metric.unit)}`}
      {Trend && (
        <span className={styles.trend} data-improving={improving} title={going.slice(2)}>
          <Trend size={13} aria-hidden />
          <span className={styles.hidden}>{going}</span>
        </span>
      )}
    </span>
  );
}
