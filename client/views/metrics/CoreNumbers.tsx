import { addMetric } from '../../../shared/commands/addMetric.ts';
import type { CoreNumber } from '../../../shared/insights/coreNumbers.ts';
import { metricState } from '../../../shared/insights/metricState.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { valueText } from '../../../shared/model/inWords.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { formatDay } from '../../panels/format.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './CoreNumbers.module.css';
import { Sparkline } from './Sparkline.tsx';
import { TargetWords } from './TargetWords.tsx';

/** The numbers that stand above all others. One that nobody measures stands there empty: that is what it says. */
export function CoreNumbers({ numbers }: { readonly numbers: readonly CoreNumber[] }) {
  return (
    <ul className={styles.numbers} aria-label="Core numbers">
      {numbers.map(({ label, begin, metrics: [metric, ...others] }) => (
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
            <>
              <span className={styles.none}>Not measured</span>
              <MeasureIt label={label} begin={begin} />
            </>
          )}
          {others.length > 0 && <span className={styles.more}>and {others.length} more by this name</span>}
        </li>
      ))}
    </ul>
  );
}

/** Begins to measure it, on the stage where it shows. */
function MeasureIt({ label, begin }: Pick<CoreNumber, 'label' | 'begin'>) {
  const run = useRun();
  const stages = useMap((map) => map.stages.list);
  const stage = stages.find(({ lifecycle }) => lifecycle === begin.lifecycle) ?? stages.at(-1);
  if (!useMayEdit() || !stage) return null;
  const add = () => {
    const id = idOf<'metric'>(newId());
    const fields = { title: label, kind: begin.kind, on: { kind: 'stage', id: stage.id } } as const;
    if (run(addMetric, { id, fields }).status === 'done') openDetails({ kind: 'metric', id });
  };
  return (
    <Button look="link" className={styles.begin} onClick={add}>
      Measure it<VisuallyHidden>({label})</VisuallyHidden>
    </Button>
  );
}

function Figure({ metric }: { readonly metric: CoreNumber['metrics'][number] }) {
  const { latest } = metricState(metric);
  if (!latest) return <span className={styles.none}>No value yet</span>;
  return (
    <>
      <span className={styles.value}>{valueText(latest.value, metric.unit)}</span>
      <Sparkline metric={metric} />
      <TargetWords metric={metric} />
      <span className={styles.more}>{formatDay(latest.date)}</span>
    </>
  );
}
