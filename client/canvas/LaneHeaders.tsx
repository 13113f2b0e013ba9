import { Plus } from 'lucide-react';
import { Suspense, useRef } from 'react';
import { DraggedHeaders } from '../presence/DraggedHeaders.tsx';
import { useLayout } from '../session/mapViews.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { classes } from '../ui/classes.ts';
import { latePart } from '../ui/lazyPart.ts';
import { Menu, MenuItem } from '../ui/Menu.tsx';
import { addLaneBefore } from './addItems.ts';
import { alongAxis } from './alongAxis.ts';
import { useCanvas } from './canvasContext.ts';
import styles from './Headers.module.css';
import { HiddenLanes } from './HiddenLanes.tsx';
import { LaneHeader } from './LaneHeader.tsx';
import moving from './Track.module.css';
import { useDistance, useFollowViewport } from './useViewport.ts';

const MetricsRowHeader = latePart(async () => ({ default: (await import('./MetricsRow.tsx')).MetricsRowHeader }));

/** The emotion row and the lanes, pinned to the left. */
export function LaneHeaders() {
  const canvas = useCanvas();
  const { stageRowHeight, stepRowHeight, lanes, height, emotion, columns } = useLayout();
  const distance = useDistance();
  const mayEdit = useMayEdit();
  const track = useRef<HTMLDivElement>(null);
  useFollowViewport(track, 'y');
  const top = stageRowHeight + stepRowHeight;
  return (
    <div className={styles.lanes} style={{ top }} data-distance={distance} data-pinned="">
      <div ref={track} className={classes(moving.track, styles.track)} style={{ top: -top }}>
        {columns.length > 0 && (
          <div className={styles.lane} style={alongAxis(emotion.y, emotion.height)}>
            <span className={classes(styles.name, styles.laneName)}>Emotion</span>
            <span className={styles.caption}>How it feels</span>
          </div>
        )}
        {lanes.map((box) => (
          <LaneHeader key={box.id} box={box} />
        ))}
        <Suspense>
          <MetricsRowHeader />
        </Suspense>
        <DraggedHeaders axis="y" />
        <HiddenLanes y={height} />
        {mayEdit && (
          <Menu
            align="start"
            trigger={
              <button
                type="button"
                aria-label="Add lane"
                className={classes(styles.add, styles.addLane)}
                style={alongAxis(height, 0)}
              >
                <Plus size={14} aria-hidden /> Lane
              </button>
            }
          >
            <MenuItem onSelect={() => addLaneBefore(canvas, 'department', null)}>Department</MenuItem>
            <MenuItem onSelect={() => addLaneBefore(canvas, 'notes', null)}>Notes: pains, ideas, quotes</MenuItem>
          </Menu>
        )}
      </div>
    </div>
  );
}
