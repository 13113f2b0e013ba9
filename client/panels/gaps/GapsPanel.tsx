import { useRef, useState } from 'react';
import { useFindings } from '../../session/mapViews.ts';
import { DepartmentFilter } from './DepartmentFilter.tsx';
import { DismissedGaps } from './DismissedGaps.tsx';
import { GapList } from './GapList.tsx';
import styles from './GapsPanel.module.css';
import { NoGaps } from './NoGaps.tsx';
import { useActiveGap } from './useActiveGap.ts';

/** What is missing or broken on the map, the worst first, with what people did about it. */
export function GapsPanel() {
  const findings = useFindings();
  const [department, setDepartment] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { active, setActive } = useActiveGap(findings, scroller);
  const open = findings.filter(({ number }) => number !== null);
  const dismissed = findings.filter(({ number }) => number === null);
  const concerns = (lanes: readonly string[]) => department === null || lanes.includes(department);
  const shown = open.filter(({ departments }) => concerns(departments));
  // The last gap of a department may be solved while its chip is chosen: then everything is shown again.
  const filtered = shown.length > 0 ? shown : open;
  return (
    <div ref={scroller} className={styles.scroller}>
      {open.length === 0 && <NoGaps />}
      {open.length > 0 && (
        <DepartmentFilter
          findings={open}
          shown={filtered}
          chosen={filtered === shown ? department : null}
          onChoose={setDepartment}
        />
      )}
      <GapList findings={filtered} scroller={scroller} active={active} onActivate={setActive} />
      {dismissed.length > 0 && <DismissedGaps findings={dismissed} />}
    </div>
  );
}
