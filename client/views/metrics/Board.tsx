import { Award } from 'lucide-react';
import type { BoardMetric, BoardRow } from '../../../shared/insights/metricBoard.ts';
import { metricState } from '../../../shared/insights/metricState.ts';
import { METRIC_KINDS } from '../../../shared/model/records.ts';
import { withUnit } from '../../panels/details/metrics/metricWords.ts';
import { METRIC_KIND_OPTIONS } from '../../panels/words.ts';
import { classes } from '../../ui/classes.ts';
import { openDetails } from '../goToMap.ts';
import view from '../View.module.css';
import styles from './Board.module.css';
import { Sparkline } from './Sparkline.tsx';
import { TargetWords } from './TargetWords.tsx';

const LABELS = new Map(METRIC_KIND_OPTIONS.map(({ value, label }) => [value, label]));

/** Stages down, kinds of metrics across. An empty cell is what nobody looks at. */
export function Board({ rows }: { readonly rows: readonly BoardRow[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={view.scroll} tabIndex={0} aria-label="Board of metrics">
      <table className={classes(view.table, styles.board)}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {METRIC_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {LABELS.get(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stage, cells }) => (
            <tr key={stage.id}>
              <th scope="row">
                <button
                  type="button"
                  className={view.link}
                  onClick={() => openDetails({ kind: 'stage', id: stage.id })}
                >
                  {stage.title || 'Untitled stage'}
                </button>
              </th>
              {cells.map((metrics, index) => (
                <td key={METRIC_KINDS[index]} className={styles.cell}>
                  {metrics.length === 0 && (
                    <span className={view.muted} role="img" aria-label="Nothing is measured">
                      –
                    </span>
                  )}
                  <div className={styles.tiles}>
                    {metrics.map((entry) => (
                      <Tile key={entry.metric.id} entry={entry} />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Tile({ entry: { metric, place } }: { readonly entry: BoardMetric }) {
  const { latest } = metricState(metric);
  return (
    <button type="button" className={styles.tile} onClick={() => openDetails({ kind: 'metric', id: metric.id })}>
      <span className={styles.name}>
        {metric.title || 'Unnamed metric'}
        {metric.rewarded && (
          <span className={styles.reward} title="Part of somebody's reward">
            <Award size={13} aria-hidden />
            rewarded
          </span>
        )}
      </span>
      {place && <span className={styles.place}>{place}</span>}
      <span className={styles.figures}>
        <strong className={styles.value}>{latest ? withUnit(latest.value, metric.unit) : 'no value'}</strong>
        <Sparkline metric={metric} />
      </span>
      <TargetWords metric={metric} />
    </button>
  );
}
