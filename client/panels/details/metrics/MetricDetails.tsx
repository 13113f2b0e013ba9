import { useState } from 'react';
import { Section } from '../Section.tsx';
import { useItems } from '../useItems.ts';
import { MetricFields } from './MetricFields.tsx';
import { MetricItem } from './MetricItem.tsx';

/** Metrics that a gap has led to. */
export function MetricDetails({ ids }: { readonly ids: readonly string[] }) {
  const metrics = useItems('metrics', ids);
  const [opened, setOpened] = useState<string | null>(null);
  const [first, ...others] = metrics;
  if (!first) return null;
  return (
    <Section>
      {others.length === 0 ? (
        <MetricFields metric={first} />
      ) : (
        metrics.map((metric) => (
          <MetricItem
            key={metric.id}
            metric={metric}
            open={metric.id === opened}
            onToggle={() => setOpened(metric.id === opened ? null : metric.id)}
          />
        ))
      )}
    </Section>
  );
}
