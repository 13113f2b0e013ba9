import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { departmentOf } from '../../../shared/model/outline.ts';
import type { Handoff } from '../../../shared/model/records.ts';
import { NumberField } from '../../panels/details/fields/NumberField.tsx';
import { OwnerField } from '../../panels/details/fields/OwnerField.tsx';
import { SuggestField } from '../../panels/details/fields/SuggestField.tsx';
import { systemsOn } from '../../panels/details/fields/suggestions.ts';
import { WordField } from '../../panels/details/fields/WordField.tsx';
import { useChange } from '../../panels/details/useChange.ts';
import { SeverityDisc } from '../../panels/gaps/SeverityDisc.tsx';
import { INFORMATION_OPTIONS, orNull } from '../../panels/words.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';
import { goToMap } from '../goToMap.ts';
import view from '../View.module.css';
import styles from './HandoffRow.module.css';

interface HandoffRowProps {
  readonly handoff: Handoff;
  /** The first gap that is about it. */
  readonly gap: AnsweredFinding | null;
}

/** One hand-off, every part of its agreement in a cell. */
export function HandoffRow({ handoff, gap }: HandoffRowProps) {
  const change = useChange('handoff', [handoff]);
  const systems = useMap(systemsOn);
  const from = useMap((map) => map.touchpoints.get(handoff.from ?? ''));
  const to = useMap((map) => map.touchpoints.get(handoff.to ?? ''));
  const department = useMap((map) => (from && departmentOf(map, from)?.id) ?? null);
  const same = <T,>(value: T) => ({ status: 'same', value }) as const;
  return (
    <tr>
      <th scope="row">
        <div className={styles.name}>
          {gap && <SeverityDisc number={gap.number} severity={gap.severity} />}
          <button
            type="button"
            className={view.link}
            title={gap?.message}
            onClick={() => goToMap([{ kind: 'handoff', id: handoff.id }])}
          >
            {from?.title || 'Untitled'} → {to?.title || 'Untitled'}
          </button>
        </div>
      </th>
      <td className={styles.wide}>
        <OwnerField labelHidden kind="handoff" items={[handoff]} department={department} />
      </td>
      <td>
        <Checkbox
          label="Accepted"
          labelHidden
          checked={handoff.accepted}
          onChange={(accepted) => change({ accepted })}
        />
      </td>
      <td className={styles.choice}>
        <Select
          label="What travels"
          labelHidden
          value={handoff.information ?? 'unknown'}
          options={INFORMATION_OPTIONS}
          onChange={(value) => change({ information: orNull(value) })}
        />
      </td>
      <td className={styles.wide}>
        <WordField
          labelHidden
          label="What travels, in words"
          value={handoff.carries}
          onCommit={(carries) => change({ carries })}
        />
      </td>
      <td>
        <Checkbox
          label="The customer repeats"
          labelHidden
          checked={handoff.customerRepeats}
          onChange={(customerRepeats) => change({ customerRepeats })}
        />
      </td>
      <td className={styles.hours}>
        <NumberField
          label="Wait"
          labelHidden
          min={0}
          unit="h"
          value={same(handoff.waitActual)}
          onCommit={(waitActual) => change({ waitActual })}
        />
      </td>
      <td className={styles.hours}>
        <NumberField
          label="Target"
          labelHidden
          min={0}
          unit="h"
          value={same(handoff.waitTarget)}
          onCommit={(waitTarget) => change({ waitTarget })}
        />
      </td>
      <td className={styles.wide}>
        <SuggestField
          label="Through"
          labelHidden
          field="medium"
          value={same(handoff.medium)}
          suggestions={systems}
          onCommit={(medium) => change({ medium })}
        />
      </td>
    </tr>
  );
}
