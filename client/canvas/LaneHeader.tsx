import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { LaneBox } from '../../shared/layout/mapLayout.ts';
import { OtherMark } from '../presence/OtherMark.tsx';
import { useMap } from '../session/SessionContext.tsx';
import { alongAxis } from './alongAxis.ts';
import { HeaderMarks } from './HeaderMarks.tsx';
import styles from './Headers.module.css';
import { HeaderTitle } from './HeaderTitle.tsx';
import { hueOf } from './items.ts';
import { LaneMenu } from './LaneMenu.tsx';
import { lookAtLane, useLaneView } from './laneView.ts';
import { ResizeEdge } from './ResizeEdge.tsx';
import { useItemView } from './useItemView.ts';

/** One lane beside its row, with the rail in the hue of its department. */
export const LaneHeader = memo(function LaneHeader({ box }: { readonly box: LaneBox }) {
  const lane = useMap((map) => map.lanes.get(box.id));
  const hue = useMap((map) => hueOf(map.lanes, map.lanes.get(box.id)));
  const item = { kind: 'lane', id: box.id } as const;
  const view = useItemView(item);
  const folded = useLaneView(({ looks }) => looks.get(box.id) === 'folded');
  if (!lane) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a title, its marks and its menu
    <div
      role="group"
      className={styles.lane}
      style={alongAxis(box.y, box.height)}
      aria-label={`${lane.title || 'Untitled lane'}, ${lane.kind === 'notes' ? 'notes' : lane.visibility}`}
      aria-roledescription="lane"
      data-folded={folded || undefined}
      {...view}
    >
      {lane.kind === 'department' && <span className={styles.rail} style={{ background: `var(--hue-${hue})` }} />}
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!folded}
        aria-label={`What is in ${lane.title || 'this lane'}`}
        onClick={() => lookAtLane(lane.id, folded ? null : 'folded')}
      >
        {folded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
      </button>
      <HeaderTitle item={item} title={lane.title} className={styles.laneName} />
      <span className={styles.caption}>{lane.kind === 'notes' ? 'notes' : lane.visibility}</span>
      <div className={styles.tools}>
        <LaneMenu lane={lane} />
        <HeaderMarks item={item} />
      </div>
      {!folded && <ResizeEdge axis="y" />}
      <OtherMark item={item} />
    </div>
  );
});
