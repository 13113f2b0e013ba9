import { Trash2 } from 'lucide-react';
import { removeItems } from '../../../../shared/commands/removeItems.ts';
import { restoreItems } from '../../../../shared/commands/restoreItems.ts';
import type { Metric } from '../../../../shared/model/records.ts';
import { useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { toast } from '../../../ui/toasts.ts';
import { BETTER_OPTIONS, CADENCE_OPTIONS, METRIC_KIND_OPTIONS, orNull } from '../../words.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { TextRow } from '../fields/TextRow.tsx';
import { WordField } from '../fields/WordField.tsx';
import { Columns } from '../Section.tsx';
import { useChange } from '../useChange.ts';
import { MetricValues } from './MetricValues.tsx';

/** Everything about one metric. */
export function MetricFields({ metric }: { readonly metric: Metric }) {
  const run = useRun();
  const change = useChange('metric', [metric]);
  const remove = () => {
    const items = [{ kind: 'metric' as const, id: metric.id }];
    if (run(removeItems, { items }).status === 'refused') return;
    toast('Metric deleted.', { action: { label: 'Undo', run: () => run(restoreItems, { items }) } });
  };
  return (
    <>
      <TextRow label="Name" textRef={{ kind: 'metric', id: metric.id, field: 'title' }} />
      <MetricValues metric={metric} />
      <Columns>
        <div data-field="target">
          <NumberField
            label="Target"
            value={{ status: 'same', value: metric.target }}
            unit={metric.unit}
            onCommit={(target) => change({ target })}
          />
        </div>
        <Select
          label="Direction"
          value={metric.better}
          options={BETTER_OPTIONS}
          onChange={(better) => change({ better })}
        />
        <Select label="Kind" value={metric.kind} options={METRIC_KIND_OPTIONS} onChange={(kind) => change({ kind })} />
        <WordField label="Unit" value={metric.unit} placeholder="%" onCommit={(unit) => change({ unit })} />
        <Select
          label="Measured"
          value={metric.cadence ?? 'unknown'}
          options={CADENCE_OPTIONS}
          onChange={(cadence) => change({ cadence: orNull(cadence) })}
        />
        <WordField label="Source" value={metric.source} onCommit={(source) => change({ source })} />
      </Columns>
      <div data-field="rewarded">
        <Checkbox
          label="Part of somebody's reward"
          checked={metric.rewarded}
          onChange={(rewarded) => change({ rewarded })}
        />
      </div>
      <div>
        <Button small look="danger" onClick={remove}>
          <Trash2 size={14} aria-hidden />
          Delete metric
        </Button>
      </div>
    </>
  );
}
