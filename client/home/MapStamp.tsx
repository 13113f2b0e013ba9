import type { MapPicture } from '../http/maps.ts';
import styles from './MapStamp.module.css';
import { STAMP, stampPath, stampY } from './stampPath.ts';

/** A map in small: how it feels along the way. Decoration: the row says in words what can be said of it. */
export const MapStamp = ({ picture }: { readonly picture: MapPicture | null }) => (
  <svg className={styles.stamp} viewBox={`0 0 ${STAMP.width} ${STAMP.height}`} aria-hidden>
    <line className={styles.zero} x1={6} x2={STAMP.width - 6} y1={STAMP.height / 2} y2={STAMP.height / 2} />
    {picture && <path className={styles.curve} stroke="url(#stamp-scale)" d={stampPath(picture.curve)} />}
  </svg>
);

const SCALE = ['plus2', 'plus1', 'neutral', 'minus1', 'minus2'] as const;

/** The colours of all stamps on a page. */
export const StampScale = () => (
  <svg className={styles.defs} aria-hidden>
    <linearGradient id="stamp-scale" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1={stampY(2)} y2={stampY(-2)}>
      {SCALE.map((name, index) => (
        <stop key={name} offset={index / (SCALE.length - 1)} className={styles[name]} />
      ))}
    </linearGradient>
  </svg>
);
