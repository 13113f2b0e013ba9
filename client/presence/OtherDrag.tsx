import { memo, useCallback } from 'react';
import type { Sight } from '../canvas/sight.ts';
import { useLayout } from '../session/mapViews.ts';
import { useMap } from '../session/SessionContext.tsx';
import type { Glide } from './glide.ts';
import styles from './Others.module.css';
import type { Other } from './presence.ts';

interface OtherDragProps {
  readonly other: Other;
  readonly sight: Sight;
  readonly glide: Glide;
}

const firstOf = ({ drag: [first] }: Other) => first;

/**
 * Cards on their way in somebody's hand; the cards themselves stay where they are until they are dropped. They keep
 * their distances, so that one movement moves them all.
 */
export function OtherDrag({ other: { client, user, drag }, sight, glide }: OtherDragProps) {
  const { cardById, noteById } = useLayout();
  const hold = useCallback(
    (element: HTMLElement | null) => (element ? glide.hold(element, client, firstOf) : undefined),
    [glide, client],
  );
  const [first] = drag;
  const inSight = drag.flatMap(({ id, x, y }) => {
    const box = cardById.get(id) ?? noteById.get(id);
    if (!box || x > sight.right || y > sight.bottom || x + box.width < sight.left || y + box.height < sight.top)
      return [];
    return [{ id, x, y, width: box.width, height: box.height }];
  });
  if (!first || inSight.length === 0) return null;
  return (
    <div ref={hold} className={styles.drag}>
      {inSight.map(({ x, y, ...card }) => (
        <Dragged
          key={card.id}
          {...card}
          left={Math.round(x - first.x)}
          top={Math.round(y - first.y)}
          color={user.color}
        />
      ))}
    </div>
  );
}

interface DraggedProps {
  readonly id: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

const Dragged = memo(function Dragged({ id, color, ...place }: DraggedProps) {
  const title = useMap((map) => map.touchpoints.get(id)?.title ?? map.notes.get(id)?.text ?? '');
  return (
    <div className={styles.dragged} style={{ ...place, borderColor: color }}>
      {title}
    </div>
  );
});
