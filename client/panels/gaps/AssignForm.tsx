import { useState } from 'react';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { idOf, type PersonId } from '../../../shared/model/ids.ts';
import { TITLE_LIMIT } from '../../../shared/model/titles.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { DateField } from '../details/fields/DateField.tsx';
import styles from './GapActions.module.css';

/** Who takes care of the gap, and until when; in whatever order somebody knows the two. */
export function AssignForm({ finding }: { readonly finding: AnsweredFinding }) {
  const run = useRun();
  const people = useMap((map) => map.people);
  // As it stands on the map: the gaps themselves follow only when somebody pauses.
  const answer = useMap((map) => map.gapStates.get(finding.id)?.answer);
  const assigned = answer?.status === 'assigned' ? answer : null;
  const [chosen, setChosen] = useState<string | null>(null);
  const due = assigned ? assigned.due : chosen;
  const assign = (to: PersonId, until: string | null, together?: string) =>
    run(answerGap, { finding: finding.id, answer: { status: 'assigned', to, due: until } }, together);
  const create = (name: string) => {
    const id = idOf<'person'>(newId());
    // One undo step: taking back the assignment takes back the person.
    const together = `assign:${id}`;
    const added = run(addPerson, { id, fields: { name, department: finding.departments[0] ?? null } }, together);
    if (added.status === 'done') assign(id, due, together);
  };
  return (
    <div className={styles.form}>
      <div className={styles.wide}>
        <Combobox
          label="Who takes care of it"
          value={assigned ? (people.get(assigned.to)?.name ?? '') : ''}
          placeholder="Name"
          options={people.list.map(({ id, name, role }) => ({
            id,
            label: name || 'Unnamed',
            ...(role ? { hint: role } : {}),
          }))}
          maxLength={TITLE_LIMIT}
          createLabel={(text) => `Add “${text}”`}
          onPick={(id) => assign(idOf(id), due)}
          onCreate={create}
        />
      </div>
      <DateField
        className={styles.narrow}
        label="Until"
        value={due}
        onCommit={(day) => {
          setChosen(day);
          if (assigned) assign(assigned.to, day);
        }}
      />
    </div>
  );
}
