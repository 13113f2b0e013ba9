import { Plus } from 'lucide-react';
import { useState } from 'react';
import { addMetric } from '../../../../shared/commands/addMetric.ts';
import { moveMetric } from '../../../../shared/commands/moveMetric.ts';
import { idOf } from '../../../../shared/model/ids.ts';
import type { MeasuredItem, Metric } from '../../../../shared/model/records.ts';
import { newId } from '../../../session/newId.ts';
import { useMap, useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { beforeAt, Grip } from '../../../ui/Grip.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../../ui/Menu.tsx';
import { useReadOnly } from '../../../ui/ReadOnly.tsx';
import styles from '../Details.module.css';
import { Section } from '../Section.tsx';
import { MetricItem } from './MetricItem.tsx';
import { PRESETS } from './presets.ts';

/** The numbers on a stage, step or touchpoint. */
export function MetricsSection({ on }: { readonly on: MeasuredItem }) {
  const run = useRun();
  const readOnly = useReadOnly();
  const table = useMap((map) => map.metrics);
  const [opened, setOpened] = useState<string | null>(null);
  const metrics = table.list.filter((metric) => metric.on?.id === on.id);
  const add = (fields: Partial<Metric>) => {
    const id = idOf<'metric'>(newId());
    if (run(addMetric, { id, fields: { ...fields, on } }).status === 'done') setOpened(id);
  };
  const adding = (
    <Menu
      trigger={
        <Button look="link">
          <Plus size={14} aria-hidden />
          Add metric
        </Button>
      }
    >
      {PRESETS.map((preset) => (
        <MenuItem key={preset.title} onSelect={() => add(preset)}>
          {preset.title}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => add({ title: 'New metric' })}>Another</MenuItem>
    </Menu>
  );
  return (
    <Section title="Metrics" end={adding} field="metrics">
      {metrics.length === 0 && <p className={styles.text}>Nothing is measured here.</p>}
      {metrics.map((metric, index) => (
        <MetricItem
          key={metric.id}
          metric={metric}
          grip={
            readOnly ? null : (
              <Grip
                name={metric.title || 'Unnamed metric'}
                index={index}
                count={metrics.length}
                onMove={(to) => run(moveMetric, { id: metric.id, on, before: beforeAt(metrics, metric.id, to) })}
              />
            )
          }
          open={metric.id === opened}
          onToggle={() => setOpened(metric.id === opened ? null : metric.id)}
        />
      ))}
    </Section>
  );
}
