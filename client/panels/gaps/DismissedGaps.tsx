import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { useView } from '../../canvas/viewStore.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { Button } from '../../ui/Button.tsx';
import fold from '../side/Fold.module.css';
import styles from './DismissedGaps.module.css';

/** What was dismissed, out of the way and not forgotten. */
export function DismissedGaps({ findings }: { readonly findings: readonly AnsweredFinding[] }) {
  const run = useRun();
  const mayEdit = useMayEdit();
  const highlight = useView((view) => view.highlight);
  const [open, setOpen] = useState(false);
  return (
    <section>
      <button type="button" className={fold.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={15} className={fold.chevron} aria-hidden />
        {findings.length} dismissed
      </button>
      {open && (
        <ul className={styles.list} aria-label="Dismissed gaps">
          {findings.map(({ id, title, message, answer, items }) => (
            <li
              key={id}
              className={styles.item}
              onPointerEnter={() => highlight(items)}
              onPointerLeave={() => highlight([])}
            >
              <div className={styles.words}>
                <strong className={styles.title}>{title}</strong>
                <p className={styles.text}>{message}</p>
                {answer.status === 'dismissed' && <p className={styles.text}>Dismissed: {answer.reason}</p>}
              </div>
              {mayEdit && (
                <Button small onClick={() => run(answerGap, { finding: id, answer: { status: 'open' } })}>
                  Reopen
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
