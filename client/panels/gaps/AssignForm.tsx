import { useState } from 'react';
import { addPerson } from '../../../shared/commands/addPerson.ts';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { idOf, type PersonId } from '../../../shared/model/ids.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './GapActions.module.css';

/** Who takes care of the gap, and until when; in whatever order somebody knows the two. */
export function AssignForm({ finding }: { readonly finding: AnsweredFinding }) {
  const run = useRun();
  const people = useMap((map) => map.people);
  // As it stands on the map: the gaps themselves follow only when somebody pauses.
  const answer = useMap((map) => map.gapStates.get(finding.id)?.answer);
  const assigned = answer?.status === 'assigned' ? answer : null;
  const [due, setDue] = useState(assigned?.due ?? '');
  const assign = (to: PersonId, together?: string) => {
    const next = { status: 'assigned', to, due: due || null } as const;
    run(answerGap, { finding: finding.id, answer: next }, together);
  };
  const create = (name: string) => {
    const id = idOf<'person'>(newId());
    // One undo step: taking back the assignment takes back the person.
    const together = `assign:${id}`;
    run(addPerson, { id, fields: { name, department: finding.departments[0] ?? null } }, together);
    assign(id, together);
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
          createLabel={(text) => `Add “${text}”`}
          onPick={(id) => assign(idOf(id))}
          onCreate={create}
        />
      </div>
      <TextField
        className={styles.narrow}
        label="Until"
        type="date"
        value={due}
        onChange={(event) => setDue(event.target.value)}
        onBlur={() => assigned && due !== (assigned.due ?? '') && assign(assigned.to)}
      />
    </div>
  );
}
