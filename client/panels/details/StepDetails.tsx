import { useState } from 'react';
import { type Feeler, rateEmotion } from '../../../shared/commands/rateEmotion.ts';
import { COLUMN_WIDTH } from '../../../shared/layout/sizes.ts';
import { EVERYONE } from '../../../shared/model/emotion.ts';
import { WIDEST_STEP } from '../../../shared/model/records.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { commonOf, sameOrNull } from './common.ts';
import { EvidenceField } from './EvidenceField.tsx';
import { DrawnSizeField } from './fields/DrawnSizeField.tsx';
import { EmotionScale } from './fields/EmotionScale.tsx';
import { TextRow } from './fields/TextRow.tsx';
import { MetricsSection } from './metrics/MetricsSection.tsx';
import { Section } from './Section.tsx';
import { TouchpointsSection } from './TouchpointsSection.tsx';
import { useChange } from './useChange.ts';
import { useItems } from './useItems.ts';

export function StepDetails({ ids }: { readonly ids: readonly string[] }) {
  const steps = useItems('steps', ids);
  const change = useChange('step', steps);
  const run = useRun();
  const personas = useMap((map) => map.personas);
  const [chosen, setChosen] = useState<string>(EVERYONE);
  const [first, ...others] = steps;
  if (!first) return null;
  const only = others.length === 0;
  const persona: Feeler = personas.get(chosen)?.id ?? EVERYONE;
  const rate = (value: number | null) => {
    // Each step keeps its ratings by persona; the key makes them one undo step.
    const together = `rate:${newId()}`;
    for (const step of steps) run(rateEmotion, { step: step.id, persona, value }, together);
  };
  return (
    <>
      {only && (
        <Section>
          <TextRow big label="Title" textRef={{ kind: 'step', id: first.id, field: 'title' }} />
          <TextRow
            multiline
            label="What happens"
            textRef={{ kind: 'step', id: first.id, field: 'description' }}
            placeholder="What the customer does or lives through"
          />
          <TextRow
            multiline
            label="What the customer says"
            textRef={{ kind: 'step', id: first.id, field: 'quote' }}
            placeholder="In their own words"
          />
        </Section>
      )}
      <Section title="How it feels">
        {personas.list.length > 0 && (
          <Select
            viewing
            label="For"
            value={persona}
            options={[
              { value: EVERYONE, label: 'Everyone' },
              ...personas.list.map(({ id, name }) => ({ value: id, label: name || 'Unnamed persona' })),
            ]}
            onChange={setChosen}
          />
        )}
        <EmotionScale
          label="The customer feels"
          field="emotions"
          value={commonOf(steps, (step) => step.emotions.find((entry) => entry.persona === persona)?.value ?? null)}
          onRate={rate}
        />
        <EvidenceField steps={steps} persona={persona} />
        <EmotionScale
          label="The company thinks the customer feels"
          field="belief"
          value={commonOf(steps, (step) => step.belief)}
          onRate={(belief) => change({ belief })}
        />
        <Checkbox
          label="A moment of truth"
          checked={sameOrNull(steps, (step) => step.momentOfTruth)}
          onChange={(momentOfTruth) => change({ momentOfTruth })}
        />
      </Section>
      {only && <TouchpointsSection line={{ step: first.id }} />}
      {only && <MetricsSection on={{ kind: 'step', id: first.id }} />}
      <Section title="On the map">
        <DrawnSizeField
          label="Width, where it is more than usual"
          usual={COLUMN_WIDTH}
          most={WIDEST_STEP}
          value={commonOf(steps, (step) => step.width)}
          onCommit={(width) => change({ width })}
        />
      </Section>
    </>
  );
}
