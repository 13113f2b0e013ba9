import { PORT_Y } from '../../shared/layout/sizes.ts';
import { useLayout } from '../session/mapViews.ts';
import { arrowPath } from './arrowPath.ts';
import { useGesture } from './gestureStore.ts';
import styles from './Layers.module.css';

/** What a gesture under way shows: the rectangle, where cards will land, the hand-off being drawn. */
export function GestureLayer() {
  const { lasso, drop, link, insertion, resize } = useGesture();
  const layout = useLayout();
  const from = link && layout.cardById.get(link.from);
  const target = link?.target && layout.cardById.get(link.target);
  const end = target ? { x: target.x, y: target.y + Math.min(PORT_Y, target.height / 2) } : link?.to;
  return (
    <>
      {drop && (
        <div className={styles.below}>
          <div className={styles.dropCell} style={place(drop.cell)} />
        </div>
      )}
      <div className={styles.above}>
        {resize && (
          <div
            className={styles.lasso}
            data-testid="resized"
            style={place(
              resize.axis === 'x'
                ? { x: resize.from, y: 0, width: resize.to - resize.from, height: layout.height }
                : { x: 0, y: resize.from, width: layout.width, height: resize.to - resize.from },
            )}
          />
        )}
        {drop && (
          <div className={styles.dropLine} style={{ left: drop.line.x, top: drop.line.y, width: drop.line.width }} />
        )}
        {lasso && <div className={styles.lasso} style={place(lasso)} />}
        {insertion && (
          <div
            className={styles.dropLine}
            style={
              insertion.axis === 'x'
                ? { left: insertion.at - 2, top: 0, width: 4, height: layout.height }
                : { left: 0, top: insertion.at - 2, width: layout.width, height: 4 }
            }
          />
        )}
        {from && end && (
          <svg className={styles.svg} aria-hidden="true">
            <path className={styles.drawn} d={drawnPath(from.x + from.width, from.y + PORT_Y, end.x - 6, end.y)} />
            <path className={styles.drawnTip} d={arrowPath(end, 'right')} />
          </svg>
        )}
        {target && <div className={styles.dropCell} style={place(target)} />}
      </div>
    </>
  );
}

const place = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => ({
  left: x,
  top: y,
  width,
  height,
});

function drawnPath(x: number, y: number, toX: number, toY: number): string {
  const bend = Math.max(24, Math.abs(toX - x) / 2);
  return `M${x} ${y}C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`;
}
