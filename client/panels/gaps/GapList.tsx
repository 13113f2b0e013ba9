import { type RefObject, useRef, useState } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './GapItem.module.css';
import { GapItem } from './GapItem.tsx';
import { useKept } from './useKept.ts';
import { useSteadyList } from './useSteadyList.ts';

interface GapListProps {
  readonly findings: readonly AnsweredFinding[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly active: string | null;
  readonly onActivate: (id: string | null) => void;
}

/** Nobody reads further down before the first ones are solved; a long list would only slow down typing. */
const AT_FIRST = 60;

export function GapList({ findings, scroller, active, onActivate }: GapListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [all, setAll] = useState(false);
  const shown = useKept(all ? findings : findings.slice(0, AT_FIRST));
  useSteadyList(list, scroller, shown.map(({ id }) => id).join(' '));
  return (
    <>
      <ol ref={list} className={styles.list} aria-label="Gaps">
        {shown.map((finding) => (
          <GapItem key={finding.id} finding={finding} active={finding.id === active} onActivate={onActivate} />
        ))}
      </ol>
      {shown.length < findings.length && (
        <div className={styles.more}>
          <Button small onClick={() => setAll(true)}>
            Show {findings.length - shown.length} more
          </Button>
        </div>
      )}
    </>
  );
}
