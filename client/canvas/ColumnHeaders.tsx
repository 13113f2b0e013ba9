import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { DraggedHeaders } from '../presence/DraggedHeaders.tsx';
import { useLayout } from '../session/mapViews.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import { classes } from '../ui/classes.ts';
import { addStageBefore, addStepBefore } from './addItems.ts';
import { alongAxis } from './alongAxis.ts';
import { useCanvas } from './canvasContext.ts';
import styles from './Headers.module.css';
import { StageHeader } from './StageHeader.tsx';
import { StepHeader } from './StepHeader.tsx';
import moving from './Track.module.css';
import { useStepsInSight } from './useStepsInSight.ts';
import { useStickyTitles } from './useStickyTitles.ts';
import { useDistance, useFollowViewport } from './useViewport.ts';

/** Stages and steps, pinned to the top: they follow the map sideways and stay where they are otherwise. */
export function ColumnHeaders() {
  const canvas = useCanvas();
  const layout = useLayout();
  const distance = useDistance();
  const track = useRef<HTMLDivElement>(null);
  useFollowViewport(track, 'x');
  const { stageRowHeight, stepRowHeight, stages, columns, width } = layout;
  useStickyTitles(track, stages);
  const lastStage = stages.at(-1);
  const mayEdit = useMayEdit();
  const isInSight = useStepsInSight();
  return (
    <div
      className={styles.columns}
      style={{ height: stageRowHeight + stepRowHeight }}
      data-distance={distance}
      data-pinned=""
    >
      <div ref={track} className={classes(moving.track, styles.track)}>
        {stages.map((box) => (
          <StageHeader key={box.id} box={box} height={stageRowHeight} />
        ))}
        {columns.map((box, index) =>
          box.step
            ? isInSight(box.step, box.x, box.width) && (
                <StepHeader
                  key={box.step}
                  step={box.step}
                  x={box.x}
                  width={box.width}
                  top={stageRowHeight}
                  height={stepRowHeight}
                  last={columns[index + 1]?.stage !== box.stage}
                />
              )
            : mayEdit && (
                <button
                  key={box.stage}
                  type="button"
                  aria-label="Add step"
                  className={classes(styles.add, styles.addStep)}
                  style={{ ...alongAxis(box.x, box.width), top: stageRowHeight + 8 }}
                  onClick={() => addStepBefore(canvas, box.stage, null)}
                >
                  <Plus size={14} aria-hidden /> Step
                </button>
              ),
        )}
        {mayEdit && stages.length > 0 && (
          <button
            type="button"
            aria-label="Add stage"
            className={classes(styles.add, styles.addStage)}
            style={{ ...alongAxis(width, 0), top: (stageRowHeight - 26) / 2 }}
            onClick={() => addStageBefore(canvas, null)}
          >
            <Plus size={14} aria-hidden /> Stage
          </button>
        )}
        {mayEdit && lastStage && (
          <button
            type="button"
            aria-label="Add step"
            className={classes(styles.add, styles.addStep)}
            style={{ ...alongAxis(width, 0), top: stageRowHeight + 8 }}
            onClick={() => addStepBefore(canvas, lastStage.id, null)}
          >
            <Plus size={14} aria-hidden /> Step
          </button>
        )}
        <DraggedHeaders axis="x" />
      </div>
    </div>
  );
}
