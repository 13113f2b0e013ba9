import { departmentOf } from '../../../shared/model/outline.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { INFORMATION_OPTIONS, orNull } from '../words.ts';
import { commonOf, sameOrNull } from './common.ts';
import { NumberField } from './fields/NumberField.tsx';
import { OwnerField } from './fields/OwnerField.tsx';
import { SegmentsField } from './fields/SegmentsField.tsx';
import { SuggestField } from './fields/SuggestField.tsx';
import { systemsOn } from './fields/suggestions.ts';
import { TextRow } from './fields/TextRow.tsx';
import { HandoffEnds } from './HandoffEnds.tsx';
import { Columns, Section } from './Section.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function HandoffDetails({ ids }: { readonly ids: readonly string[] }) {
  const handoffs = useItems('handoffs', ids);
  const change = useChange('handoff', handoffs);
  const systems = useMap(systemsOn);
  const [first, ...others] = handoffs;
  const department = useMap((map) => {
    const from = first?.from ? map.touchpoints.get(first.from) : undefined;
    return (from && departmentOf(map, from)?.id) ?? null;
  });
  if (!first) return null;
  const only = others.length === 0;
  return (
    <>
      {only && <HandoffEnds key={first.id} handoff={first} />}
      <Section title="Agreement">
        <OwnerField kind="handoff" items={handoffs} department={department} />
        <div data-field="accepted">
          <Checkbox
            label="The receiving department has accepted it"
            checked={sameOrNull(handoffs, ({ accepted }) => accepted)}
            onChange={(accepted) => change({ accepted })}
          />
        </div>
        <SuggestField
          label="Goes through"
          field="medium"
          value={commonOf(handoffs, ({ medium }) => medium)}
          suggestions={systems}
          onCommit={(medium) => change({ medium })}
        />
      </Section>
      <Section title="What travels" field="information">
        <SegmentsField
          label="Of what the receiver needs to know"
          value={commonOf(handoffs, ({ information }) => information ?? 'unknown')}
          options={INFORMATION_OPTIONS}
          onChange={(value) => change({ information: orNull(value) })}
        />
        {only && (
          <TextRow
            label="In words"
            textRef={{ kind: 'handoff', id: first.id, field: 'carries' }}
            placeholder="Order number, address"
          />
        )}
        <Checkbox
          label="The customer has to repeat it"
          checked={sameOrNull(handoffs, ({ customerRepeats }) => customerRepeats)}
          onChange={(customerRepeats) => change({ customerRepeats })}
        />
      </Section>
      <Section title="Wait">
        <Columns>
          <div data-field="waitTarget">
            <NumberField
              label="Agreed"
              min={0}
              unit="hours"
              value={commonOf(handoffs, ({ waitTarget }) => waitTarget)}
              onCommit={(waitTarget) => change({ waitTarget })}
            />
          </div>
          <div data-field="waitActual">
            <NumberField
              label="In fact"
              min={0}
              unit="hours"
              value={commonOf(handoffs, ({ waitActual }) => waitActual)}
              onCommit={(waitActual) => change({ waitActual })}
            />
          </div>
        </Columns>
      </Section>
    </>
  );
}
