import type { Metric } from '../../../../shared/model/records.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Select } from '../../../ui/Select.tsx';
import { BETTER_OPTIONS, CADENCE_OPTIONS, METRIC_KIND_OPTIONS, orNull } from '../../words.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { TextRow } from '../fields/TextRow.tsx';
import { WordField } from '../fields/WordField.tsx';
import { RemoveButton } from '../map/RemoveButton.tsx';
import { Columns } from '../Section.tsx';
import { useChange } from '../useChange.ts';
import { MetricValues } from './MetricValues.tsx';

/** Everything about one metric. */
export function MetricFields({ metric }: { readonly metric: Metric }) {
  const change = useChange('metric', [metric]);
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
      <RemoveButton item={{ kind: 'metric', id: metric.id }} label="Delete metric" done="Metric deleted." />
    </>
  );
}
