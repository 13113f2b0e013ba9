import { type RefObject, useRef } from 'react';
import type { FindingGroup, ManyFindings } from '../../../shared/gaps/groupFindings.ts';
import { GapGroup } from './GapGroup.tsx';
import styles from './GapItem.module.css';
import { GapItem } from './GapItem.tsx';
import { ShowMore } from './ShowMore.tsx';
import { useKept } from './useKept.ts';
import { useMost } from './useMost.ts';
import { useSteadyList } from './useSteadyList.ts';

interface GapListProps {
  readonly groups: readonly FindingGroup[];
  readonly unfolded: ReadonlySet<string>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly active: string | null;
  readonly onActivate: (id: string | null) => void;
  readonly onFold: (group: ManyFindings) => void;
}

export function GapList({ groups, unfolded, scroller, active, onActivate, onFold }: GapListProps) {
  const list = useRef<HTMLOListElement>(null);
  const { shown, hidden, showAll } = useMost(groups, ({ findings }) => findings.some(({ id }) => id === active));
  const rows = shown.flatMap((group) => (group.kind === 'one' || unfolded.has(group.id) ? group.findings : []));
  const kept = new Map(useKept(rows).map((finding) => [finding.id, finding]));
  useSteadyList(list, scroller, [...shown, ...rows].map(({ id }) => id).join(' '));
  return (
    <>
      <ol ref={list} className={styles.list} aria-label="Gaps">
        {shown.map((group) => {
          if (group.kind === 'one') {
            const [finding] = group.findings;
            const { id } = finding;
            return (
              <GapItem key={id} finding={kept.get(id) ?? finding} active={id === active} onActivate={onActivate} />
            );
          }
          return (
            <GapGroup
              key={group.id}
              group={group}
              findings={group.findings.map((finding) => kept.get(finding.id) ?? finding)}
              unfolded={unfolded.has(group.id)}
              active={active}
              onActivate={onActivate}
              onFold={() => onFold(group)}
            />
          );
        })}
      </ol>
      <ShowMore count={hidden.reduce((sum, { findings }) => sum + findings.length, 0)} onShow={showAll} />
    </>
  );
}
