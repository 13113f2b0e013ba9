import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useSight, useZoomVariable } from '../canvas/useViewport.ts';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import { useCursorChoice } from './cursorChoice.ts';
import { cursorsInSight } from './cursorCrowd.ts';
import { CardFlashes } from './Flash.tsx';
import { followChanges } from './flashes.ts';
import { Glide } from './glide.ts';
import { OtherCursor } from './OtherCursor.tsx';
import { OtherDrag } from './OtherDrag.tsx';
import { OtherOutlines } from './OtherOutlines.tsx';
import styles from './Others.module.css';

/**
 * What the others do on the map: where they point, what they have selected, what they type in and drag. What moves
 * comes last, over what stands still: each layer in between would be one more to move.
 */
export function OthersLayer() {
  const others = useSession((session) => session.others);
  const shown = useCursorChoice((choice) => choice.shown);
  const sight = useSight();
  const session = useMapSession();
  const layer = useRef<HTMLDivElement>(null);
  const glide = useMemo(() => new Glide(() => session.store.getState().others), [session]);
  useZoomVariable(layer);
  useEffect(() => followChanges(session), [session]);
  useLayoutEffect(() => {
    const stop = session.store.subscribe((state, before) => state.others !== before.others && glide.follow());
    glide.follow();
    return () => {
      stop();
      glide.stop();
    };
  }, [session, glide]);
  const cursors = shown ? cursorsInSight(others, sight) : NO_CURSORS;
  return (
    <div ref={layer} className={styles.layer} data-testid="others">
      {others.map((other) => (
        <OtherOutlines key={other.client} other={other} />
      ))}
      <CardFlashes />
      {others.map((other) =>
        // By its first card: the next drag begins where it begins.
        other.drag[0] ? (
          <OtherDrag key={`${other.client} ${other.drag[0].id}`} other={other} sight={sight} glide={glide} />
        ) : null,
      )}
      {others.map(({ client, user: { name, color } }) => {
        const look = cursors.get(client);
        if (!look) return null;
        return (
          <OtherCursor key={client} client={client} name={name} color={color} named={look === 'named'} glide={glide} />
        );
      })}
    </div>
  );
}

const NO_CURSORS: ReturnType<typeof cursorsInSight> = new Map();
