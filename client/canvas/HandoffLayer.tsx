import { memo } from 'react';
import type { Direction, HandoffPath, Point } from '../../shared/layout/mapLayout.ts';
import { ARROW_LENGTH, ARROW_WIDTH } from '../../shared/layout/sizes.ts';
import { useLayoutPart } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import styles from './Layers.module.css';
import { useItemView } from './useItemView.ts';
import { useMarks } from './useMarks.ts';
import { useDistance, useTiles } from './useViewport.ts';

/**
 * The hand-offs, all in one drawing. Not React Flow's edges: those compute their ends at every pan and take a drawing
 * each, while layout has found every path already.
 */
export const HandoffLayer = memo(function HandoffLayer() {
  const handoffs = useLayoutPart((layout) => layout.handoffs);
  const tiles = useTiles();
  const distance = useDistance();
  const inSight = handoffs.filter(
    ({ bounds: { x, y, width, height } }) =>
      x < tiles.right && x + width > tiles.left && y < tiles.bottom && y + height > tiles.top,
  );
  return (
    <div className={styles.below}>
      <svg className={styles.svg} aria-hidden={handoffs.length === 0}>
        <title>Hand-offs</title>
        {inSight.map((path) => (
          <Handoff key={path.id} path={path} near={distance === 'near'} />
        ))}
      </svg>
    </div>
  );
});

const Handoff = memo(function Handoff({ path, near }: { readonly path: HandoffPath; readonly near: boolean }) {
  const view = useItemView({ kind: 'handoff', id: path.id });
  const broken = useMarks().broken.has(path.id);
  const label = useMap((map) => {
    const [from, to] = [map.touchpoints.get(path.from), map.touchpoints.get(path.to)];
    return `Hand-off from ${from?.title || 'untitled'} to ${to?.title || 'untitled'}`;
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in a drawing
    <g role="button" className={styles.handoffGroup} aria-label={label} data-broken={broken || undefined} {...view}>
      {near && <path className={styles.hit} d={path.path} />}
      <path className={styles.handoff} d={path.path} />
      <path className={styles.arrow} d={arrowPath(path.arrow.tip, path.arrow.direction)} />
    </g>
  );
});

/** The triangle of an arrow; its tip is where it points to. */
export function arrowPath({ x, y }: Point, direction: Direction): string {
  const half = ARROW_WIDTH / 2;
  const sign = direction === 'right' || direction === 'down' ? -1 : 1;
  const back = sign * ARROW_LENGTH;
  return direction === 'right' || direction === 'left'
    ? `M${x} ${y}l${back} ${-half}v${ARROW_WIDTH}z`
    : `M${x} ${y}l${-half} ${back}h${ARROW_WIDTH}z`;
}
