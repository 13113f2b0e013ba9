import { GapMark } from '../canvas/GapMark.tsx';
import { useMark } from '../canvas/useMarks.ts';
import styles from './Outline.module.css';

/** The first gap of a line, with its number, by the place it has on the map; pressing it opens the list of gaps there. */
export function RowMark({ place }: { readonly place: string }) {
  const mark = useMark(place);
  if (!mark) return null;
  return (
    <span className={styles.mark}>
      <GapMark mark={mark} />
    </span>
  );
}
