import { changeMap } from '../../../shared/commands/changeMap.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { currencies } from './currencies.ts';
import { TextRow } from './fields/TextRow.tsx';
import { PeopleSection } from './map/PeopleSection.tsx';
import { PersonasSection } from './map/PersonasSection.tsx';
import { Section } from './Section.tsx';

const STATES = [
  { value: 'current', label: 'As it is' },
  { value: 'future', label: 'As it should be' },
] as const;

/** The fields of the map itself, its personas and its people. */
export function MapDetails() {
  const run = useRun();
  const state = useMap((map) => map.meta.state);
  const currency = useMap((map) => map.meta.currency);
  return (
    <>
      <Section>
        <TextRow big label="Title of the map" textRef={{ kind: 'map', field: 'title' }} />
        <TextRow
          multiline
          label="Description"
          textRef={{ kind: 'map', field: 'description' }}
          placeholder="Whose journey this is, and what it is for"
        />
        <Segments
          label="The map shows the journey"
          value={state}
          options={STATES}
          onChange={(next) => run(changeMap, { state: next })}
        />
        <Combobox
          label="Currency of all amounts"
          value={currency}
          options={currencies()}
          onPick={(next) => run(changeMap, { currency: next })}
        />
      </Section>
      <PersonasSection />
      <PeopleSection />
    </>
  );
}
