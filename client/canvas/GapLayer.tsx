import { useMemo } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { GapMark } from './GapMark.tsx';
import styles from './Layers.module.css';
import { markPlaces } from './markPlaces.ts';
import { useMarks } from './useMarks.ts';
import { useDistance, useSight } from './useViewport.ts';

/** The marks of gaps on cards, notes, hand-offs and the curve. */
export function GapLayer() {
  const layout = useLayout();
  const marks = useMarks().at;
  const sight = useSight();
  const distance = useDistance();
  const placed = useMemo(() => markPlaces(layout, marks), [layout, marks]);
  if (distance !== 'near') return null;
  return (
    <div className={styles.marks}>
      {placed
        .filter(({ x, y }) => x >= sight.left && x <= sight.right && y >= sight.top && y <= sight.bottom)
        .map(({ place, mark, x, y }) => (
          <GapMark key={place} mark={mark} x={x} y={y} />
        ))}
    </div>
  );
}
