import { memo } from 'react';
import type { HandoffPath } from '../../shared/layout/mapLayout.ts';
import type { ItemRef } from '../../shared/model/records.ts';
import { useLayoutPart } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import { arrowPath } from './arrowPath.ts';
import styles from './Layers.module.css';
import { useItemView } from './useItemView.ts';
import { useMarks } from './useMarks.ts';
import { useDistance, useSight } from './useViewport.ts';
import { useView } from './viewStore.ts';

const NOTHING: readonly ItemRef[] = [];

/**
 * The hand-offs, all in one drawing. Not React Flow's edges: those compute their ends at every pan and take a drawing
 * each, while layout has found every path already.
 */
export const HandoffLayer = memo(function HandoffLayer() {
  const handoffs = useLayoutPart((layout) => layout.handoffs);
  const sight = useSight(3);
  const near = useDistance() === 'near';
  const selected = useView((view) => (near ? NOTHING : view.selected));
  // From far away they are painted, all but what is selected.
  const inSight = handoffs.filter(
    ({ id, bounds: { x, y, width, height } }) =>
      (near || selected.some((item) => item.id === id)) &&
      x < sight.right &&
      x + width > sight.left &&
      y < sight.bottom &&
      y + height > sight.top,
  );
  return (
    <div className={styles.below}>
      <svg className={styles.svg} aria-hidden={handoffs.length === 0}>
        <title>Hand-offs</title>
        {inSight.map((path) => (
          <Handoff key={path.id} path={path} near={near} />
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
