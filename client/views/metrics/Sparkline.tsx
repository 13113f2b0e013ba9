import { sparkline } from '../../../shared/insights/metricState.ts';
import type { Metric } from '../../../shared/model/records.ts';
import styles from './Sparkline.module.css';

const [WIDTH, HEIGHT, MARGIN] = [84, 22, 3];

/** How a metric went, with its target dashed. Its words stand beside it. */
export function Sparkline({ metric }: { readonly metric: Metric }) {
  const { points, targetY } = sparkline(metric, WIDTH, HEIGHT);
  const last = points.at(-1);
  if (!last) return null;
  const box = `${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}`;
  return (
    <svg className={styles.spark} viewBox={box} width={WIDTH + 2 * MARGIN} height={HEIGHT + 2 * MARGIN} aria-hidden>
      {targetY !== null && <line className={styles.target} x1={0} x2={WIDTH} y1={targetY} y2={targetY} />}
      {points.length > 1 && (
        <polyline
          className={styles.line}
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        />
      )}
      <circle className={styles.last} cx={last.x} cy={last.y} r={2.2} />
    </svg>
  );
}
