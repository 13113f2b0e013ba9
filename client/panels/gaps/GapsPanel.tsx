import { useEffect, useRef, useState } from 'react';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { filterFindings, NO_FILTER } from '../../../shared/gaps/filterFindings.ts';
import { groupFindings } from '../../../shared/gaps/groupFindings.ts';
import { useFindings } from '../../session/findings.ts';
import { useMapSession } from '../../session/SessionContext.tsx';
import { SeenAs } from '../../views/SeenAs.tsx';
import { DismissedGaps } from './DismissedGaps.tsx';
import { GapBar } from './GapBar.tsx';
import { GapList } from './GapList.tsx';
import styles from './GapsPanel.module.css';
import { NoGaps, NoneShown } from './NoGaps.tsx';
import { SolvedGaps } from './SolvedGaps.tsx';
import { useActiveGap } from './useActiveGap.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import { useOpenGroups } from './useOpenGroups.ts';

/** What is missing or broken on the map, the worst first, with what people did about it. */
export function GapsPanel() {
  const findings = useFindings();
  const { store } = useMapSession();
  const [filter, setFilter] = useState(NO_FILTER);
  const { open: unfolded, unfold, fold } = useOpenGroups();
  const scroller = useRef<HTMLDivElement>(null);
  const open = findings.filter(({ number }) => number !== null);
  const dismissed = findings.filter(({ number }) => number === null);
  const { map } = store.getState();
  const filtered = filterFindings(map, open, filter);
  const grouped = (some: readonly AnsweredFinding[], held: ReadonlySet<string>) =>
    // Findings follow one rendering behind the map; names that are newer than they are do no harm.
    groupFindings(map, some, held);
  const { active, setActive } = useActiveGap(findings, scroller, (finding) => {
    const isShown = filtered.some(({ id }) => id === finding.id);
    if (!isShown) setFilter(NO_FILTER);
    const group = grouped(isShown ? filtered : open, unfolded).find(({ findings: all }) =>
      all.some(({ id }) => id === finding.id),
    );
    if (group?.kind === 'many') unfold(group.id);
  });
  useKeptFocus(scroller);
  const groups = grouped(filtered, active === null ? unfolded : new Set([...unfolded, active]));
  const gone = [...unfolded].filter((id) => groups.every((group) => group.id !== id));
  // A group that is no more is not found open when there is cause for it again.
  useEffect(() => {
    if (gone.length > 0) fold(...gone);
  });
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={-1}>
      {open.length === 0 && (
        <>
          <SeenAs />
          <NoGaps />
        </>
      )}
      {open.length > 0 && <GapBar findings={open} shown={filtered} filter={filter} onFilter={setFilter} />}
      {open.length > 0 && filtered.length === 0 && <NoneShown onShowAll={() => setFilter(NO_FILTER)} />}
      <GapList
        groups={groups}
        unfolded={unfolded}
        scroller={scroller}
        active={active}
        onActivate={setActive}
        onFold={(group) => {
          if (!unfolded.has(group.id)) return unfold(group.id);
          fold(group.id);
          if (group.findings.some(({ id }) => id === active)) setActive(null);
        }}
      />
      {dismissed.length > 0 && <DismissedGaps findings={dismissed} />}
      <SolvedGaps findings={findings} />
    </div>
  );
}
