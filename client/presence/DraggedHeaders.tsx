import { alongAxis } from '../canvas/alongAxis.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap, useSession } from '../session/SessionContext.tsx';
import styles from './Others.module.css';

/** Stages and steps, or lanes, on their way in somebody's hand; the headers themselves stay until they are dropped. */
export function DraggedHeaders({ axis }: { readonly axis: 'x' | 'y' }) {
  const others = useSession((session) => session.others);
  return others.flatMap(({ client, user, drag }) =>
    drag.map((dragged) => (
      <DraggedHeader key={`${client} ${dragged.id}`} {...dragged} axis={axis} color={user.color} />
    )),
  );
}

interface DraggedHeaderProps {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly axis: 'x' | 'y';
  readonly color: string;
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
