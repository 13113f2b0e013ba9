import type { ItemRef } from '../../shared/model/records.ts';
import styles from './Others.module.css';
import { useOtherAt } from './useOtherAt.ts';

/** The frame and the name of somebody who is at a stage, step or lane. */
export function OtherMark({ item }: { readonly item: ItemRef }) {
  const other = useOtherAt(item);
  return (
    other && (
      <span className={styles.framed} style={{ borderColor: other.color }}>
        <span className={styles.framedName} style={{ background: other.color }}>
          {other.name}
        </span>
      </span>
    )
  );
}
