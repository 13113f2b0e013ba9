import { Check, CirclePlus } from 'lucide-react';
import { useState } from 'react';
import type { Finding } from '../../../shared/gaps/findGaps.ts';
import { Button } from '../../ui/Button.tsx';
import view from '../View.module.css';
import styles from './Compare.module.css';

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly empty: string;
  readonly tone: 'good' | 'bad';
}

const AT_FIRST = 12;

/** Gaps that come or go between the two maps, the worst first. */
export function FindingList({ title, findings, empty, tone }: FindingListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  const Sign = tone === 'good' ? Check : CirclePlus;
  return (
    <section className={view.section} aria-label={title}>
      <h3 className={view.heading}>
        {title} {findings.length > 0 && findings.length}
      </h3>
      {findings.length === 0 ? (
        <p className={view.note}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {shown.map((finding) => (
            <li key={finding.id} className={styles.item}>
              <Sign size={16} className={styles.sign} data-tone={tone} aria-hidden />
              <div className={styles.words}>
                <strong>{finding.title}</strong> <span className={styles.severity}>{finding.severity}</span>
                <p>{finding.message}</p>
              </div>
            </li>
          ))}
          {shown.length < findings.length && (
            <li className={styles.more}>
              <Button small onClick={() => setAll(true)}>
                Show {findings.length - shown.length} more
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
