import { useMemo, useRef } from 'react';
import { useLayout } from '../session/mapViews.ts';
import { useTalk } from '../talk/talkStore.ts';
import pinStyles from './CommentPin.module.css';
import CommentPin from './CommentPin.tsx';
import styles from './Layers.module.css';
import { type PlacedPin, pinPlaces } from './pinPlaces.ts';
import { useDistance, useSight, useZoomVariable } from './useViewport.ts';

/** The pins of comments on cards, notes, hand-offs and cells; from far away a dot for each. */
export default function PinLayer() {
  const layout = useLayout();
  const pins = useTalk((state) => state.pins);
  const sight = useSight();
  const far = useDistance() !== 'near';
  const placed = useMemo(() => pinPlaces(layout, pins, far), [layout, pins, far]);
  const inSight = placed.filter(
    ({ x, y }) => x >= sight.left && x <= sight.right && y >= sight.top && y <= sight.bottom,
  );
  if (inSight.length === 0) return null;
  if (far) return <Dots placed={inSight} />;
  return (
    <div className={styles.marks}>
      {inSight.map(({ place, pin, x, y }) => (
        <CommentPin key={place} pin={pin} x={x} y={y} />
      ))}
    </div>
  );
}

/** Two paths, however many threads there are. A line of no length with round ends is a dot, and keeps its size. */
function Dots({ placed }: { readonly placed: readonly PlacedPin[] }) {
  const layer = useRef<HTMLDivElement>(null);
  useZoomVariable(layer);
  const path = (unread: boolean) =>
    placed
      .filter(({ pin }) => pin.unread > 0 === unread)
      .map(({ x, y }) => `M${x} ${y}h0`)
      .join('');
  return (
    <div ref={layer} className={styles.marks}>
      <svg className={styles.svg} aria-hidden="true">
        <path className={pinStyles.dots} data-read="" d={path(false)} />
        <path className={pinStyles.dots} d={path(true)} />
      </svg>
    </div>
  );
}
