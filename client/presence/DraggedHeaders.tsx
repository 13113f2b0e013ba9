import { useMemo } from 'react';
import { alongAxis } from '../canvas/alongAxis.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap, useSession } from '../session/SessionContext.tsx';
import styles from './Others.module.css';

/** Stages and steps, or lanes, on their way in somebody's hand; the headers themselves stay until they are dropped. */
export function DraggedHeaders({ axis }: { readonly axis: 'x' | 'y' }) {
  // A string, so that the others' moving cursors and cards do not count as a change.
  const dragged = useSession(({ others, map }) =>
    JSON.stringify(
      others.flatMap(({ client, user, drag }) =>
        drag.flatMap(({ id, x, y }) =>
          (axis === 'y' ? map.lanes.has(id) : map.stages.has(id) || map.steps.has(id))
            ? [{ client, id, x, y, color: user.color }]
            : [],
        ),
      ),
    ),
  );
  const headers = useMemo((): readonly (DraggedBy & { client: number })[] => JSON.parse(dragged), [dragged]);
  return headers.map(({ client, ...header }) => (
    <DraggedHeader key={`${client} ${header.id}`} {...header} axis={axis} />
  ));
}

interface DraggedBy {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

interface DraggedHeaderProps extends DraggedBy {
  readonly axis: 'x' | 'y';
}

function DraggedHeader({ id, x, y, axis, color }: DraggedHeaderProps) {
  const { stages, columns, lanes, stageRowHeight, stepRowHeight } = useLayout();
  const title = useMap((map) => (map.stages.get(id) ?? map.steps.get(id) ?? map.lanes.get(id))?.title ?? '');
  const borderColor = color;
  if (axis === 'y') {
    const lane = lanes.find((box) => box.id === id);
    return (
      lane && (
        <div className={styles.draggedLane} style={{ ...alongAxis(y, lane.height), borderColor }}>
          {title}
        </div>
      )
    );
  }
  const stage = stages.find((box) => box.id === id);
  const box = stage ?? columns.find(({ step }) => step === id);
  const [top, height] = stage ? [0, stageRowHeight] : [stageRowHeight, stepRowHeight];
  return (
    box && (
      <div className={styles.draggedColumn} style={{ ...alongAxis(x, box.width), top, height, borderColor }}>
        {title}
      </div>
    )
  );
}
