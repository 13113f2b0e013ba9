import type { CSSProperties } from 'react';
import { initialsOf } from '../../shared/model/initials.ts';
import styles from './Avatar.module.css';
import { inkOn } from './inkOn.ts';

interface AvatarProps {
  readonly name: string;
  readonly color: string;
  readonly size?: number;
}

/** Somebody's disc: two letters on their colour. Decoration; the name stands beside it or labels its button. */
export function Avatar({ name, color, size = 26 }: AvatarProps) {
  const style: CSSProperties = {
    width: size,
    height: size,
    background: color,
    color: inkOn(color),
    fontSize: size * 0.38,
  };
  return (
    <span className={styles.avatar} style={style} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}
