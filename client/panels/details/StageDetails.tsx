import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import type { LaneId } from '../../../shared/model/ids.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { LIFECYCLE_OPTIONS } from '../words.ts';
import { sameOrNull } from './common.ts';
import styles from './Details.module.css';
import { TextRow } from './fields/TextRow.tsx';
import { MetricsSection } from './metrics/MetricsSection.tsx';
import { Section } from './Section.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function StageDetails({ ids }: { readonly ids: readonly string[] }) {
  const stages = useItems('stages', ids);
  const change = useChange('stage', stages);
  const run = useRun();
  const lanes = useMap((map) => map.lanes);
  const departments = lanes.list.filter(({ kind }) => kind === 'department');
  const [first, ...others] = stages;
  if (!first) return null;
  const only = others.length === 0;
  const expects = (lane: LaneId) => sameOrNull(stages, (stage) => stage.expects.includes(lane));
  const expect = (lane: LaneId, yes: boolean) => {
    // Each has a list of its own, so each is changed alone; the key makes them one undo step.
    const together = `expects:${newId()}`;
    for (const { id, expects: all } of stages) {
      const rest = all.filter((other) => other !== lane);
      run(changeItems, changeOf('stage', id, { expects: yes ? [...rest, lane] : rest }), together);
    }
  };
  return (
    <>
      <Section>
        {only && <TextRow big label="Title" textRef={{ kind: 'stage', id: first.id, field: 'title' }} />}
        <div data-field="lifecycle">
          <Select
            label="Part of the customer's life"
            value={sameOrNull(stages, (stage) => stage.lifecycle)}
            options={LIFECYCLE_OPTIONS}
            onChange={(lifecycle) => change({ lifecycle })}
          />
        </div>
      </Section>
      <Section title="Departments that should be at work here" field="expects">
        {departments.length === 0 && <p className={styles.text}>The map has no department lanes yet.</p>}
        <div>
          {departments.map((lane) => (
            <Checkbox
              key={lane.id}
              label={lane.title || 'Untitled lane'}
              checked={expects(lane.id)}
              onChange={(yes) => expect(lane.id, yes)}
            />
          ))}
        </div>
      </Section>
      {only && <MetricsSection on={{ kind: 'stage', id: first.id }} />}
    </>
  );
}
