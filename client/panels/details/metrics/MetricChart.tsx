import { sparkline } from '../../../../shared/insights/metricState.ts';
import { valueText } from '../../../../shared/model/inWords.ts';
import type { Metric } from '../../../../shared/model/records.ts';
import { formatDay } from '../../format.ts';
import styles from './MetricChart.module.css';

const [WIDTH, HEIGHT, MARGIN] = [280, 56, 6];

/** How a metric went, with its target dashed. The values stand below in words. */
export function MetricChart({ metric }: { readonly metric: Metric }) {
  const { points, targetY } = sparkline(metric, WIDTH, HEIGHT);
  const [first, last] = [metric.values[0], metric.values.at(-1)];
  if (points.length < 2 || !first || !last) return null;
  const box = `${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}`;
  return (
    <figure className={styles.chart} aria-hidden>
      <svg viewBox={box} className={styles.drawing} aria-hidden="true">
        {targetY !== null && <line className={styles.target} x1={0} x2={WIDTH} y1={targetY} y2={targetY} />}
        <polyline
          className={styles.line}
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
        {points.map(({ x, y }, index) => (
          <circle key={metric.values[index]?.date} className={styles.point} cx={x} cy={y} r={2.6} />
        ))}
      </svg>
      <figcaption className={styles.caption}>
        <span>{formatDay(first.date)}</span>
        {metric.target !== null && <span>dashed: target {valueText(metric.target, metric.unit)}</span>}
        <span>{formatDay(last.date)}</span>
      </figcaption>
    </figure>
  );
}
