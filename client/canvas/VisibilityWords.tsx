import { useRef } from 'react';
import { useLayoutPart } from '../session/mapViews.ts';
import { alongAxis } from './alongAxis.ts';
import moving from './Track.module.css';
import { useIsFar } from './useNodes.ts';
import { useFollowViewport } from './useViewport.ts';
import styles from './VisibilityWords.module.css';

/** Names the line of visibility at the left edge, however far one pans. Stands below the cards as painted from far away. */
export function VisibilityWords({ far }: { readonly far: boolean }) {
  const y = useLayoutPart((layout) => layout.visibilityY);
  return useIsFar() === far && y !== null ? <Words y={y} /> : null;
}

function Words({ y }: { readonly y: number }) {
  const track = useRef<HTMLDivElement>(null);
  useFollowViewport(track, 'y');
  return (
    <div className={styles.frame} aria-hidden="true">
      <div ref={track} className={moving.track}>
        <span className={styles.words} style={alongAxis(y, 0)}>
          line of visibility
        </span>
      </div>
    </div>
  );
}
