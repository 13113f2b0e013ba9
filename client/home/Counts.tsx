import type { MapCounts } from '../../shared/protocol/http.ts';
import styles from './MapList.module.css';
import { countsOf, gapWords } from './mapWords.ts';

interface CountsProps {
  readonly counts: MapCounts;
  /** How many gaps are open; null while nobody has counted them. */
  readonly gaps?: number | null;
}

/** How much is on a map, and how much is wrong with it. */
export const Counts = ({ counts, gaps = null }: CountsProps) => (
  <div className={styles.counts}>
    {gaps !== null && gaps > 0 && <span className={styles.gaps}>{gapWords(gaps)}</span>}
    {countsOf(counts).map((count) => (
      <span key={count} className={styles.count}>
        {count}
      </span>
    ))}
  </div>
);
