import { isMac } from './chord.ts';
import { keysOf } from './chordWords.ts';
import styles from './Keys.module.css';

/** A chord as keys. */
export function Keys({ chord }: { readonly chord: string }) {
  return (
    <span className={styles.keys}>
      {keysOf(chord, isMac()).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
