import { memo, useCallback } from 'react';
import type { Glide } from './glide.ts';
import styles from './Others.module.css';
import type { Other } from './presence.ts';

interface OtherCursorProps {
  readonly client: number;
  readonly name: string;
  readonly color: string;
  /** With the name, or as a small mark. */
  readonly named: boolean;
  readonly glide: Glide;
}

const cursorOf = ({ cursor }: Other) => cursor;

/** Where somebody points. It takes no place in its properties, so that moving renders nothing. */
export const OtherCursor = memo(function OtherCursor({ client, name, color, named, glide }: OtherCursorProps) {
  const hold = useCallback(
    (element: HTMLElement | null) => (element ? glide.hold(element, client, cursorOf) : undefined),
    [glide, client],
  );
  return (
    <div ref={hold} className={styles.cursor}>
      <div className={styles.unscaled}>
        <svg width={named ? 16 : 9} height={named ? 18 : 10} viewBox="0 0 16 18" aria-hidden="true">
          <path
            d="M1.5 1.2 14.2 8 8.3 9.7 5.4 15.6Z"
            fill={color}
            stroke="#fff"
            strokeWidth="1.2"
            strokeLinejoin="round"
          />
        </svg>
        {named && (
          <span className={styles.name} style={{ background: color }}>
            {name}
          </span>
        )}
      </div>
    </div>
  );
});
