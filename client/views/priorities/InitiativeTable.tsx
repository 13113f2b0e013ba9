import { moveInitiative } from '../../../shared/commands/moveInitiative.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import type { Initiative } from '../../../shared/model/records.ts';
import { openDetails } from '../../canvas/openDetails.ts';
import { DateField } from '../../panels/details/fields/DateField.tsx';
import { NumberField } from '../../panels/details/fields/NumberField.tsx';
import { OwnerField } from '../../panels/details/fields/OwnerField.tsx';
import { useChange } from '../../panels/details/useChange.ts';
import { currencySign } from '../../panels/format.ts';
import { goToGap } from '../../panels/gaps/goToGap.ts';
import { SeverityDisc } from '../../panels/gaps/SeverityDisc.tsx';
import { INITIATIVE_STATUS_OPTIONS } from '../../panels/words.ts';
import { useFindings } from '../../session/findings.ts';
import { useMap, useRun } from '../../session/SessionContext.tsx';
import { beforeAt, Grip } from '../../ui/Grip.tsx';
import { useReadOnly } from '../../ui/ReadOnly.tsx';
import { Select } from '../../ui/Select.tsx';
import { GridTable } from '../GridTable.tsx';
import view from '../View.module.css';
import styles from './Priorities.module.css';

interface InitiativeTableProps {
  readonly initiatives: readonly Initiative[];
  /** As they stand in the bubbles. */
  readonly numbers: ReadonlyMap<string, number>;
}

const TITLES = ['Initiative', 'Gaps', 'Owner', 'Until', 'Status', 'Impact', 'Effort', 'Expected value'];

/** The same initiatives, in the order people give them, with who does them, until when, and which gaps they answer. */
export function InitiativeTable({ initiatives, numbers }: InitiativeTableProps) {
  const findings = useFindings();
  const byId = new Map<string, AnsweredFinding>(findings.map((finding) => [finding.id, finding]));
  return (
    <GridTable titles={TITLES}>
      <tbody>
        {initiatives.map((initiative, index) => (
          <InitiativeRow
            key={initiative.id}
            initiative={initiative}
            all={initiatives}
            index={index}
            number={numbers.get(initiative.id)}
            gaps={initiative.gaps.flatMap((id) => byId.get(id) ?? [])}
          />
        ))}
      </tbody>
    </GridTable>
  );
}

interface InitiativeRowProps {
  readonly initiative: Initiative;
  /** Among which it has its place. */
  readonly all: readonly Initiative[];
  readonly index: number;
  readonly number: number | undefined;
  /** Those that are still there. */
  readonly gaps: readonly AnsweredFinding[];
}

function InitiativeRow({ initiative, all, index, number, gaps }: InitiativeRowProps) {
  const run = useRun();
  const readOnly = useReadOnly();
  const change = useChange('initiative', [initiative]);
  const currency = useMap((map) => map.meta.currency);
  const { id, impact, effort, expectedValue, due, status, title } = initiative;
  const same = (value: number | null) => ({ status: 'same', value }) as const;
  return (
    <tr data-movable="">
      <th scope="row">
        <div className={styles.name}>
          {!readOnly && (
            <Grip
              name={title || 'Untitled initiative'}
              index={index}
              count={all.length}
              onMove={(to) => run(moveInitiative, { id, before: beforeAt(all, id, to) })}
            />
          )}
          {number !== undefined && (
            <span className={styles.number} aria-hidden>
              {number}
            </span>
          )}
          <a
            className={view.link}
            href={`#initiative-${id}`}
            onClick={(event) => {
              event.preventDefault();
              openDetails({ kind: 'initiative', id });
            }}
          >
            {title || 'Untitled initiative'}
          </a>
        </div>
      </th>
      <td>
        <div className={styles.gaps}>
          {gaps.map((gap) => (
            <button
              type="button"
              key={gap.id}
              className={styles.gap}
              aria-label={`Gap ${gap.number ?? '–'}, ${gap.severity}: ${gap.title}`}
              title={`${gap.title}. ${gap.message}`}
              onClick={() => goToGap(gap)}
            >
              <SeverityDisc number={gap.number} severity={gap.severity} />
            </button>
          ))}
          {gaps.length === 0 && <span className={view.muted}>none open</span>}
        </div>
      </td>
      <td className={styles.owner}>
        <OwnerField labelHidden kind="initiative" items={[initiative]} department={null} />
      </td>
      <td>
        <DateField label="Until" labelHidden value={due} onCommit={(day) => change({ due: day })} />
      </td>
      <td className={styles.choice}>
        <Select
          label="Status"
          labelHidden
          value={status}
          options={INITIATIVE_STATUS_OPTIONS}
          onChange={(next) => change({ status: next })}
        />
      </td>
      <td className={styles.level}>
        <Level label="Impact" value={impact} onChange={(next) => change({ impact: next })} />
      </td>
      <td className={styles.level}>
        <Level label="Effort" value={effort} onChange={(next) => change({ effort: next })} />
      </td>
      <td className={styles.value}>
        <NumberField
          label="Expected value"
          labelHidden
          unit={currencySign(currency)}
          value={same(expectedValue)}
          onCommit={(next) => change({ expectedValue: next })}
        />
      </td>
    </tr>
  );
}

interface LevelProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

const LEVELS = [
  { value: 'unknown', label: '–' },
  ...(['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: value })),
] as const;

const Level = ({ label, value, onChange }: LevelProps) => (
  <Select
    label={label}
    labelHidden
    value={LEVELS.find((level) => level.value === String(value))?.value ?? 'unknown'}
    options={LEVELS}
    onChange={(next) => onChange(next === 'unknown' ? null : Number(next))}
  />
);
