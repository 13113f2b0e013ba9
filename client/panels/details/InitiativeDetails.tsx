import { useMap } from '../../session/SessionContext.tsx';
import { Select } from '../../ui/Select.tsx';
import { currencySign } from '../format.ts';
import { INITIATIVE_STATUS_OPTIONS, orNull, SCALE_OPTIONS } from '../words.ts';
import { AnsweredGaps } from './AnsweredGaps.tsx';
import { CampaignFields } from './CampaignFields.tsx';
import { DateField } from './fields/DateField.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { OwnerField } from './fields/OwnerField.tsx';
import { TextRow } from './fields/TextRow.tsx';
import { Columns, Section } from './Section.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

/** What will be done about gaps: who, until when, and whether it is worth it. */
export function InitiativeDetails({ ids }: { readonly ids: readonly string[] }) {
  const initiatives = useItems('initiatives', ids);
  const change = useChange('initiative', initiatives);
  const currency = useMap((map) => map.meta.currency);
  const [initiative] = initiatives;
  if (!initiative) return null;
  const { id, impact, effort } = initiative;
  return (
    <>
      <Section>
        <TextRow big label="Title" textRef={{ kind: 'initiative', id, field: 'title' }} />
        <TextRow multiline label="What will be done" textRef={{ kind: 'initiative', id, field: 'description' }} />
        <OwnerField kind="initiative" items={initiatives} department={null} />
        <Columns>
          <Select
            label="Status"
            value={initiative.status}
            options={INITIATIVE_STATUS_OPTIONS}
            onChange={(status) => change({ status })}
          />
          <DateField label="Until" value={initiative.due} onCommit={(due) => change({ due })} />
          <Select
            label="Impact"
            value={toScale(impact)}
            options={SCALE_OPTIONS}
            onChange={(value) => change({ impact: fromScale(value) })}
          />
          <Select
            label="Effort"
            value={toScale(effort)}
            options={SCALE_OPTIONS}
            onChange={(value) => change({ effort: fromScale(value) })}
          />
          <NumberField
            label="Expected value"
            unit={currencySign(currency)}
            value={{ status: 'same', value: initiative.expectedValue }}
            onCommit={(expectedValue) => change({ expectedValue })}
          />
        </Columns>
      </Section>
      <Section title="Where it is a campaign">
        <CampaignFields initiative={initiative} />
      </Section>
      <AnsweredGaps initiative={initiative} />
    </>
  );
}

type Scale = (typeof SCALE_OPTIONS)[number]['value'];

const toScale = (value: number | null): Scale =>
  SCALE_OPTIONS.find((option) => option.value === String(value))?.value ?? 'unknown';

const fromScale = (value: Scale): number | null => {
  const known = orNull(value);
  return known === null ? null : Number(known);
};
