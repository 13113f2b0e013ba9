import { useRef } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { alongAxis } from './alongAxis.ts';
import styles from './GridLines.module.css';
import { useFollowViewport } from './useViewport.ts';

/** The lines between columns and rows: hairlines at every zoom, and through to the edge of the canvas. */
export function GridLines() {
  const columns = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  useFollowViewport(columns, 'x');
  useFollowViewport(rows, 'y');
  const layout = useLayout();
  const { emotion, lanes, visibilityY } = layout;
  return (
    <div className={styles.grid} aria-hidden="true">
      <div ref={columns} className={styles.columns}>
        {layout.columns.map((column, index) => (
          <span
            key={`${column.stage} ${column.step}`}
            className={styles.column}
            data-stage={layout.columns[index + 1]?.stage !== column.stage || undefined}
            style={alongAxis(column.x + column.width, 0)}
          />
        ))}
      </div>
      <div ref={rows} className={styles.rows}>
        {layout.columns.length > 0 && <span className={styles.zero} style={alongAxis(emotion.zeroY, 0)} />}
        {layout.columns.length > 0 && <span className={styles.row} style={alongAxis(emotion.y + emotion.height, 0)} />}
        {lanes.map((lane) => (
          <span key={lane.id} className={styles.row} style={alongAxis(lane.y + lane.height, 0)} />
        ))}
        {visibilityY !== null && (
          <span className={styles.visibility} style={alongAxis(visibilityY, 0)}>
            <span className={styles.words}>line of visibility</span>
          </span>
        )}
      </div>
    </div>
  );
}
