import { memo } from 'react';
import { idOf } from '../../shared/model/ids.ts';
import { outlineOf } from '../../shared/model/outline.ts';
import { hueOf } from '../canvas/items.ts';
import { useMap } from '../session/SessionContext.tsx';
import { CommentsMark } from './CommentsMark.tsx';
import { NoteItem } from './NoteItem.tsx';
import styles from './Outline.module.css';
import { TouchpointItem } from './TouchpointItem.tsx';
import { useIds } from './useIds.ts';

interface LaneGroupProps {
  readonly step: string;
  readonly lane: string;
}

/** What one department does at one step. */
export const LaneGroup = memo(function LaneGroup({ step, lane }: LaneGroupProps) {
  const title = useMap((map) => map.lanes.get(lane)?.title || 'Untitled lane');
  const hue = useMap((map) => hueOf(map.lanes, map.lanes.get(lane)));
  const touchpoints = useIds((map) => outlineOf(map).touchpointsIn(step, lane));
  const notes = useIds((map) => outlineOf(map).notesIn(step, lane));
  return (
    <li className={styles.lane} style={{ '--rail': `var(--hue-${hue})` } as React.CSSProperties}>
      <div className={styles.laneHead}>
        <h5 className={styles.laneTitle}>{title}</h5>
        <CommentsMark on={{ kind: 'cell', step: idOf(step), lane: idOf(lane) }} />
      </div>
      <ul className={styles.items}>
        {touchpoints.map((id) => (
          <TouchpointItem key={id} id={id} />
        ))}
        {notes.map((id) => (
          <NoteItem key={id} id={id} />
        ))}
      </ul>
    </li>
  );
});
