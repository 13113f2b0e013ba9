import { Plus } from 'lucide-react';
import { useState } from 'react';
import { addPerson } from '../../../../shared/commands/addPerson.ts';
import { idOf, type LaneId } from '../../../../shared/model/ids.ts';
import type { Person } from '../../../../shared/model/records.ts';
import { useView } from '../../../canvas/viewStore.ts';
import { newId } from '../../../session/newId.ts';
import { useMap, useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import styles from '../Details.module.css';
import { wantField } from '../fieldFocus.ts';
import { TextRow } from '../fields/TextRow.tsx';
import { WordField } from '../fields/WordField.tsx';
import { Columns, Section } from '../Section.tsx';
import { useChange } from '../useChange.ts';
import { Disclosure } from './Disclosure.tsx';
import { OwnedItems } from './OwnedItems.tsx';
import { RemoveButton } from './RemoveButton.tsx';

/** Who can own something on this map. */
export function PeopleSection() {
  const run = useRun();
  const people = useMap((map) => map.people);
  const [added, setAdded] = useState<string | null>(null);
  // A gap may lead here.
  const led = new Set(useView((view) => view.selected).map(({ id }) => id));
  const add = () => {
    const id = idOf<'person'>(newId());
    if (run(addPerson, { id, fields: { name: 'New person' } }).status === 'refused') return;
    setAdded(id);
    wantField('name', { kind: 'person', id });
  };
  const adding = (
    <Button look="link" onClick={add}>
      <Plus size={14} aria-hidden />
      Add person
    </Button>
  );
  return (
    <Section title="People" end={adding}>
      {people.list.length === 0 && <p className={styles.text}>Nobody yet. People can own touchpoints and hand-offs.</p>}
      {people.list.map((person) => (
        <PersonItem key={person.id} person={person} startsOpen={person.id === added || led.has(person.id)} />
      ))}
    </Section>
  );
}

function PersonItem({ person, startsOpen }: { readonly person: Person; readonly startsOpen: boolean }) {
  const lanes = useMap((map) => map.lanes);
  const change = useChange('person', [person]);
  const departments = lanes.list.filter(({ kind }) => kind === 'department');
  const department = person.department ? lanes.get(person.department) : undefined;
  const options: readonly { value: LaneId | 'none'; label: string }[] = [
    { value: 'none', label: 'None' },
    ...departments.map(({ id, title }) => ({ value: id, label: title || 'Untitled lane' })),
  ];
  return (
    <Disclosure
      title={person.name || 'Unnamed'}
      hint={department?.title || person.role}
      item={`person/${person.id}`}
      startsOpen={startsOpen}
    >
      <TextRow label="Name" textRef={{ kind: 'person', id: person.id, field: 'name' }} />
      <Columns>
        <WordField label="Role" value={person.role} onCommit={(role) => change({ role })} />
        <Select
          label="Department"
          value={department?.id ?? 'none'}
          options={options}
          onChange={(chosen) => change({ department: chosen === 'none' ? null : chosen })}
        />
      </Columns>
      <OwnedItems person={person.id} />
      <RemoveButton item={{ kind: 'person', id: person.id }} label="Delete person" done="Person deleted." />
    </Disclosure>
  );
}
