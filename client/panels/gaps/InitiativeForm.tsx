import { addInitiative } from '../../../shared/commands/addInitiative.ts';
import { changeItems, changeOf } from '../../../shared/commands/changeItems.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { idOf } from '../../../shared/model/ids.ts';
import { TITLE_LIMIT } from '../../../shared/model/titles.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { newId } from '../../session/newId.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { wantField } from '../details/fieldFocus.ts';
import styles from './GapActions.module.css';

interface InitiativeFormProps {
  readonly finding: AnsweredFinding;
  readonly onDone: () => void;
}

/** The initiative that answers the gap: one that is planned already, or a new one, made while typing. */
export function InitiativeForm({ finding, onDone }: InitiativeFormProps) {
  const run = useRun();
  const initiatives = useMap((map) => map.initiatives);
  const join = (id: string) => {
    const gaps = initiatives.get(id)?.gaps ?? [];
    if (run(changeItems, changeOf('initiative', id, { gaps: [...gaps, finding.id] })).status === 'done') onDone();
  };
  const create = (title: string) => {
    const id = idOf<'initiative'>(newId());
    if (run(addInitiative, { id, fields: { title, gaps: [finding.id] } }).status === 'refused') return;
    onDone();
    // Only begun: who does it and until when is written next.
    openDetails({ kind: 'initiative', id });
    wantField('owner');
  };
  return (
    <div className={styles.form}>
      <div className={styles.wide}>
        <Combobox
          label="Initiative that answers it"
          value=""
          placeholder="Its name"
          options={initiatives.list
            .filter(({ gaps, status }) => status !== 'dropped' && !gaps.includes(finding.id))
            .map(({ id, title }) => ({ id, label: title || 'Untitled' }))}
          maxLength={TITLE_LIMIT}
          createLabel={(text) => `Plan “${text}”`}
          onPick={join}
          onCreate={create}
        />
      </div>
    </div>
  );
}
