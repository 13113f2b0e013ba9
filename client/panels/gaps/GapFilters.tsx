import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { type GapFilter, type GapStatus, ownersOf } from '../../../shared/gaps/filterFindings.ts';
import { SEVERITIES, type Severity } from '../../../shared/gaps/rule.ts';
import { useWholeMap } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './GapFilters.module.css';

interface GapFiltersProps {
  /** All open gaps: only what some of them have is offered. */
  readonly findings: readonly AnsweredFinding[];
  readonly filter: GapFilter;
  readonly onChange: (filter: GapFilter) => void;
}

const ANY = 'any';
const STATUSES: readonly { readonly value: GapStatus; readonly label: string }[] = [
  { value: 'open', label: 'Nobody has taken it up' },
  { value: 'assigned', label: 'Assigned' },
  { value: 'planned', label: 'Answered by an initiative' },
];
const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { high: 'High', medium: 'Medium', low: 'Low' };

/** What the list can be narrowed down to besides a department; out of the way until it is asked for. */
export function GapFilters({ findings, filter, onChange }: GapFiltersProps) {
  const used = Object.entries(filter).filter(([name, value]) => name !== 'department' && value !== null).length;
  const [open, setOpen] = useState(used > 0);
  return (
    <>
      <Button small look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        <ListFilter size={14} aria-hidden />
        {used > 0 ? `Filter, ${used} in use` : 'Filter'}
      </Button>
      {open && <Fields findings={findings} filter={filter} onChange={onChange} />}
    </>
  );
}

function Fields({ findings, filter, onChange }: GapFiltersProps) {
  const map = useWholeMap();
  const rules = new Map(findings.map(({ rule, title }) => [rule, title]));
  const owners = new Set(findings.flatMap((finding) => [...ownersOf(map, finding)]));
  const choose = <T extends string>(
    label: string,
    value: T | null,
    options: readonly { readonly value: T; readonly label: string }[],
    take: (value: T | null) => Partial<GapFilter>,
  ) => (
    <Select
      viewing
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: 'All' }, ...options]}
      onChange={(next) => onChange({ ...filter, ...take(next === ANY ? null : (next as T)) })}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would promise a form
    <div className={styles.fields} role="group" aria-label="Narrow down the gaps">
      {choose(
        'Stage',
        filter.stage,
        map.stages.list.map(({ id, title }) => ({ value: id as string, label: title || 'Untitled stage' })),
        (stage) => ({ stage }),
      )}
      {choose(
        'Severity',
        filter.severity,
        SEVERITIES.map((value) => ({ value, label: SEVERITY_LABELS[value] })),
        (severity) => ({ severity }),
      )}
      {choose(
        'Kind',
        filter.rule,
        [...rules].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label)),
        (rule) => ({ rule }),
      )}
      {choose(
        'Owner',
        filter.owner,
        map.people.list
          .filter(({ id }) => owners.has(id))
          .map(({ id, name }) => ({ value: id as string, label: name || 'Unnamed' })),
        (owner) => ({ owner }),
      )}
      {choose('Status', filter.status, STATUSES, (status) => ({ status }))}
    </div>
  );
}
