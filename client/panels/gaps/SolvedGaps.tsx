import { Check, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { solvedLog } from '../../../shared/gaps/solvedLog.ts';
import { useMap } from '../../session/SessionContext.tsx';
import { formatMoment } from '../format.ts';
import fold from '../side/Fold.module.css';
import styles from './DismissedGaps.module.css';

const SHOWN = 30;

/** The log of the map: which gaps are gone, who made them go, and when. */
export function SolvedGaps({ findings }: { readonly findings: readonly AnsweredFinding[] }) {
  // The table stays the same object until an answer changes; the log is read from it at each rendering, which is cheap.
  const gapStates = useMap((map) => map.gapStates);
  const [open, setOpen] = useState(false);
  const log = solvedLog({ gapStates }, findings);
  if (log.length === 0) return null;
  return (
    <section>
      <button type="button" className={fold.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={15} className={fold.chevron} aria-hidden />
        {log.length} solved
      </button>
      {open && (
        <ul className={styles.list} aria-label="Solved gaps">
          {log.slice(0, SHOWN).map(({ finding, title, message, by, at }) => (
            <li key={finding} className={styles.item}>
              <Check size={15} className={styles.solved} aria-hidden />
              <div className={styles.words}>
                <strong className={styles.title}>{title}</strong>
                <p className={styles.text}>{message}</p>
                <p className={styles.text}>
                  Solved by {by || 'somebody'}, {formatMoment(at)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
