import { idOf } from '../../../shared/model/ids.ts';
import type { Initiative } from '../../../shared/model/records.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { Select } from '../../ui/Select.tsx';
import { SuggestField } from './fields/SuggestField.tsx';
import { channelsOn } from './fields/suggestions.ts';
import { TextRow } from './fields/TextRow.tsx';
import { WordField } from './fields/WordField.tsx';
import { Columns } from './Section.tsx';
import { useChange } from './useChange.ts';

const NOBODY = 'nobody';

/** What makes an initiative a campaign: whom it speaks to, through what, with which words, and how it is judged. */
export function CampaignFields({ initiative }: { readonly initiative: Initiative }) {
  const change = useChange('initiative', [initiative]);
  const personas = useMap((map) => map.personas);
  const channels = useMap(channelsOn);
  const { id, audience, channel, responseMetric } = initiative;
  const text = (field: string) => ({ kind: 'initiative', id, field }) as const;
  return (
    <>
      <Columns>
        <Select
          label="Audience"
          value={personas.has(audience ?? '') ? (audience ?? NOBODY) : NOBODY}
          options={[
            { value: NOBODY, label: 'Not said' },
            ...personas.list.map((persona) => ({ value: persona.id, label: persona.name || 'Unnamed persona' })),
          ]}
          onChange={(next) => change({ audience: next === NOBODY ? null : idOf(next) })}
        />
        <SuggestField
          label="Channel"
          field="channel"
          value={{ status: 'same', value: channel }}
          suggestions={channels}
          onCommit={(next) => change({ channel: next })}
        />
      </Columns>
      <TextRow multiline label="Message" textRef={text('message')} />
      <TextRow
        multiline
        label="Test design"
        textRef={text('testDesign')}
        placeholder="Half of them get it, half do not"
      />
      <WordField label="Response metric" value={responseMetric} onCommit={(next) => change({ responseMetric: next })} />
      <TextRow multiline label="Result" textRef={text('result')} />
    </>
  );
}
