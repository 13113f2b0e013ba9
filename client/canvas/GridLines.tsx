import { useRef } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { alongAxis } from './alongAxis.ts';
import styles from './GridLines.module.css';
import { useFollowViewport, useTiles } from './useViewport.ts';

/**
 * The lines between columns and rows: hairlines at every zoom, and through to the edge of the canvas. Only those in
 * sight: lines this thin and far apart become a layer of the browser each, all of them moved at every frame of panning.
 */
export function GridLines() {
  const columns = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  useFollowViewport(columns, 'x');
  useFollowViewport(rows, 'y');
  const layout = useLayout();
  const { emotion, lanes, visibilityY } = layout;
  const tiles = useTiles();
  const isAcross = (x: number) => x >= tiles.left && x <= tiles.right;
  const isDown = (y: number) => y >= tiles.top && y <= tiles.bottom;
  const hasColumns = layout.columns.length > 0;
  const emotionEnd = emotion.y + emotion.height;
  return (
    <div className={styles.grid} aria-hidden="true">
      <div ref={columns} className={styles.columns}>
        {layout.columns.map(
          (column, index) =>
            isAcross(column.x + column.width) && (
              <span
                key={`${column.stage} ${column.step}`}
                className={styles.column}
                data-stage={layout.columns[index + 1]?.stage !== column.stage || undefined}
                style={alongAxis(column.x + column.width, 0)}
              />
            ),
        )}
      </div>
      <div ref={rows} className={styles.rows}>
        {hasColumns && isDown(emotion.zeroY) && <span className={styles.zero} style={alongAxis(emotion.zeroY, 0)} />}
        {hasColumns && isDown(emotionEnd) && <span className={styles.row} style={alongAxis(emotionEnd, 0)} />}
        {lanes.map(
          (lane) =>
            isDown(lane.y + lane.height) && (
              <span key={lane.id} className={styles.row} style={alongAxis(lane.y + lane.height, 0)} />
            ),
        )}
        {visibilityY !== null && (
          <span className={styles.visibility} style={alongAxis(visibilityY, 0)}>
            <span className={styles.words}>line of visibility</span>
          </span>
        )}
      </div>
    </div>
  );
}
