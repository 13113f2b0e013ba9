import { Pencil } from 'lucide-react';
import type { ItemRef } from '../../shared/model/records.ts';
import { Flash } from './Flash.tsx';
import styles from './Others.module.css';
import { useOtherAt } from './useOtherAt.ts';

/** The frame and the name of somebody who is at a stage, step or lane, and the light when somebody changed it. */
export function OtherMark({ item }: { readonly item: ItemRef }) {
  const other = useOtherAt(item);
  return (
    <>
      <Flash item={item} />
      {other && (
        <span className={styles.framed} style={{ borderColor: other.color }}>
          <span className={styles.framedName} style={{ background: other.color }}>
            {other.types && <Pencil size={10} aria-label="types in" />} {other.name}
          </span>
        </span>
      )}
    </>
  );
}
