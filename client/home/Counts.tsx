import type { MapCounts } from '../../shared/protocol/http.ts';
import styles from './MapList.module.css';
import { countsOf } from './mapWords.ts';

/** How much is on a map. */
export const Counts = ({ counts }: { readonly counts: MapCounts }) => (
  <div className={styles.counts}>
    {countsOf(counts).map((count) => (
      <span key={count} className={styles.count}>
        {count}
      </span>
    ))}
  </div>
);
