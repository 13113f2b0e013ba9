import { Plus } from 'lucide-react';
import { useState } from 'react';
import { addPersona } from '../../../../shared/commands/addPersona.ts';
import { movePersona } from '../../../../shared/commands/movePersona.ts';
import { idOf, type PersonaId } from '../../../../shared/model/ids.ts';
import type { Persona } from '../../../../shared/model/records.ts';
import { useView } from '../../../canvas/viewStore.ts';
import { newId } from '../../../session/newId.ts';
import { useMap, useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useReadOnly } from '../../../ui/ReadOnly.tsx';
import { Select } from '../../../ui/Select.tsx';
import { currencySign } from '../../format.ts';
import { orNull, PROFITABILITY_OPTIONS } from '../../words.ts';
import styles from '../Details.module.css';
import { wantField } from '../fieldFocus.ts';
import { NumberField } from '../fields/NumberField.tsx';
import { TextRow } from '../fields/TextRow.tsx';
import { Columns, Section } from '../Section.tsx';
import { useChange } from '../useChange.ts';
import { Disclosure } from './Disclosure.tsx';
import { RemoveButton } from './RemoveButton.tsx';

/** Whose journey this is. */
export function PersonasSection() {
  const run = useRun();
  const personas = useMap((map) => map.personas);
  const [added, setAdded] = useState<string | null>(null);
  // A gap may lead here.
  const led = new Set(useView((view) => view.selected).map(({ id }) => id));
  const add = () => {
    const id = idOf<'persona'>(newId());
    if (run(addPersona, { id, fields: { name: 'New persona' } }).status === 'refused') return;
    setAdded(id);
    wantField('name', { kind: 'persona', id });
  };
  const adding = (
    <Button look="link" onClick={add}>
      <Plus size={14} aria-hidden />
      Add persona
    </Button>
  );
  return (
    <Section title="Personas" end={adding}>
      {personas.list.length === 0 && <p className={styles.text}>Nobody has said yet whose journey this is.</p>}
      {personas.list.map((persona) => (
        <PersonaItem key={persona.id} persona={persona} startsOpen={persona.id === added || led.has(persona.id)} />
      ))}
    </Section>
  );
}

function PersonaItem({ persona, startsOpen }: { readonly persona: Persona; readonly startsOpen: boolean }) {
  const change = useChange('persona', [persona]);
  const currency = useMap((map) => map.meta.currency);
  const hint = persona.share === null ? undefined : `${persona.share}% of customers`;
  return (
    <Disclosure
      title={persona.name || 'Unnamed persona'}
      hint={hint}
      item={`persona/${persona.id}`}
      startsOpen={startsOpen}
    >
      <TextRow label="Name" textRef={{ kind: 'persona', id: persona.id, field: 'name' }} />
      <TextRow multiline label="Goals" textRef={{ kind: 'persona', id: persona.id, field: 'goals' }} />
      <Columns>
        <NumberField
          label="Share of customers"
          min={0}
          max={100}
          unit="%"
          value={{ status: 'same', value: persona.share }}
          onCommit={(share) => change({ share })}
        />
        <NumberField
          label="Cost to serve"
          min={0}
          unit={currencySign(currency)}
          value={{ status: 'same', value: persona.costToServe }}
          onCommit={(costToServe) => change({ costToServe })}
        />
      </Columns>
      <div data-field="profitability">
        <Select
          label="Profitability"
          value={persona.profitability ?? 'unknown'}
          options={PROFITABILITY_OPTIONS}
          onChange={(profitability) => change({ profitability: orNull(profitability) })}
        />
      </div>
      <OrderButtons persona={persona.id} />
      <RemoveButton item={{ kind: 'persona', id: persona.id }} label="Delete persona" done="Persona deleted." />
    </Disclosure>
  );
}

/** The first persona is the one the map is mostly about: its curve comes first everywhere. */
function OrderButtons({ persona }: { readonly persona: PersonaId }) {
  const run = useRun();
  const readOnly = useReadOnly();
  const personas = useMap((map) => map.personas.list);
  const at = personas.findIndex(({ id }) => id === persona);
  if (readOnly || personas.length < 2) return null;
  const move = (before: PersonaId | null) => run(movePersona, { id: persona, before });
  return (
    <div className={styles.order}>
      <Button small disabled={at === 0} onClick={() => move(personas[at - 1]?.id ?? null)}>
        Move up
      </Button>
      <Button small disabled={at === personas.length - 1} onClick={() => move(personas[at + 2]?.id ?? null)}>
        Move down
      </Button>
    </div>
  );
}
