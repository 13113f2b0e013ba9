import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import type { Handoff } from '../../../shared/model/records.ts';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { classes } from '../../ui/classes.ts';
import { GridTable } from '../GridTable.tsx';
import view from '../View.module.css';
import styles from './HandoffRow.module.css';
import { HandoffRow } from './HandoffRow.tsx';

interface HandoffTableProps {
  readonly handoffs: readonly Handoff[];
  /** The gaps that are open. */
  readonly findings: readonly AnsweredFinding[];
}

const TITLES = ['Hand-off', 'Owner', 'Accepted', 'What travels', 'In words', 'Repeats', 'Wait', 'Target', 'Through'];

/** Hand-offs as a table to fill in: who owns each, what travels, how long it takes. */
export function HandoffTable({ handoffs, findings }: HandoffTableProps) {
  const mayEdit = useMayEdit();
  const gaps = new Map<string, AnsweredFinding>();
  for (const finding of findings) {
    const [first] = finding.items;
    if (first?.kind === 'handoff' && !gaps.has(first.id)) gaps.set(first.id, finding);
  }
  return (
    <>
      {mayEdit && (
        <p className={classes(view.note, styles.keys)}>
          Enter goes to the row below, Ctrl with an arrow to the next cell that way.
        </p>
      )}
      <GridTable titles={TITLES}>
        <tbody>
          {handoffs.map((handoff) => (
            <HandoffRow key={handoff.id} handoff={handoff} gap={gaps.get(handoff.id) ?? null} />
          ))}
        </tbody>
      </GridTable>
    </>
  );
}
