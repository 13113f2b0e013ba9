import { Award, Plus } from 'lucide-react';
import { addMetric } from '../../../shared/commands/addMetric.ts';
import type { BoardMetric, BoardRow } from '../../../shared/insights/metricBoard.ts';
import { metricState } from '../../../shared/insights/metricState.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { valueText } from '../../../shared/model/inWords.ts';
import { METRIC_KINDS, type Metric, type Stage } from '../../../shared/model/records.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { wantField } from '../../panels/details/fieldFocus.ts';
import { METRIC_KIND_OPTIONS } from '../../panels/words.ts';
import { newId } from '../../session/newId.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { classes } from '../../ui/classes.ts';
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
                  {metrics.length === 0 && <Nothing stage={stage} kind={METRIC_KINDS[index] ?? 'operational'} />}
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

interface NothingProps {
  readonly stage: Stage;
  readonly kind: Metric['kind'];
}

/** Says that nothing is measured here, and offers to begin. */
function Nothing({ stage, kind }: NothingProps) {
  const run = useRun();
  if (!useMayEdit()) return <span className={view.muted}>nothing</span>;
  const add = () => {
    const id = idOf<'metric'>(newId());
    const fields = { title: 'New metric', kind, on: { kind: 'stage', id: stage.id } } as const;
    if (run(addMetric, { id, fields }).status === 'refused') return;
    openDetails({ kind: 'metric', id });
    wantField('title');
  };
  const words = `Add ${LABELS.get(kind)?.toLowerCase()} metric to ${stage.title || 'this stage'}`;
  return (
    <button type="button" className={styles.add} aria-label={words} title={words} onClick={add}>
      <Plus size={15} aria-hidden />
    </button>
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
        {latest ? (
          <strong className={styles.value}>{valueText(latest.value, metric.unit)}</strong>
        ) : (
          <span className={view.muted}>no value yet</span>
        )}
        <Sparkline metric={metric} />
      </span>
      <TargetWords metric={metric} />
    </button>
  );
}
