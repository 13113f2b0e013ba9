import { LocateFixed } from 'lucide-react';
import { rerouteHandoff } from '../../../shared/commands/rerouteHandoff.ts';
import { idOf, type TouchpointId } from '../../../shared/model/ids.ts';
import { departmentOf, touchpointsInOrder } from '../../../shared/model/outline.ts';
import type { Handoff } from '../../../shared/model/records.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useRun, useWholeMap } from '../../session/SessionContext.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './Details.module.css';
import { Section } from './Section.tsx';

/** Between which touchpoints: each end can be gone to, and can be another one. */
export function HandoffEnds({ handoff }: { readonly handoff: Handoff }) {
  const run = useRun();
  const reroute = (end: 'from' | 'to') => (id: TouchpointId) => run(rerouteHandoff, { id: handoff.id, [end]: id });
  return (
    <Section field="handoffs">
      <End label="From" touchpoint={handoff.from} other={handoff.to} onPick={reroute('from')} />
      <End label="To" touchpoint={handoff.to} other={handoff.from} onPick={reroute('to')} />
    </Section>
  );
}

interface EndProps {
  readonly label: string;
  readonly touchpoint: TouchpointId | null;
  readonly other: TouchpointId | null;
  readonly onPick: (id: TouchpointId) => void;
}

function End({ label, touchpoint: id, other, onPick }: EndProps) {
  const show = useView((view) => view.show);
  const map = useWholeMap();
  const touchpoint = id ? map.touchpoints.get(id) : undefined;
  const title = touchpoint ? touchpoint.title || 'Untitled touchpoint' : 'A deleted touchpoint';
  return (
    <div className={styles.end}>
      <Combobox
        label={label}
        value={title}
        options={touchpointsInOrder(map)
          .filter((one) => one.id !== other)
          .map((one) => ({
            id: one.id,
            label: one.title || 'Untitled touchpoint',
            hint: [departmentOf(map, one)?.title, one.place && map.steps.get(one.place.step)?.title]
              .filter(Boolean)
              .join(', '),
          }))}
        onPick={(picked) => picked !== id && onPick(idOf(picked))}
      />
      {id && touchpoint && (
        <IconButton
          label={`Go to ${title}`}
          icon={<LocateFixed size={15} aria-hidden />}
          onClick={() => show([{ kind: 'touchpoint', id }])}
        />
      )}
    </div>
  );
}
