import { Pencil } from 'lucide-react';
import type { ItemRef } from '../../shared/model/records.ts';
import { useMark } from '../canvas/useMarks.ts';
import { useTalk } from '../talk/talkStore.ts';
import { Flash } from './Flash.tsx';
import styles from './Others.module.css';
import { useOtherAt } from './useOtherAt.ts';

/** The frame and the name of somebody who is at a stage, step or lane, and the light when somebody changed it. */
export function OtherMark({ item }: { readonly item: ItemRef }) {
  const other = useOtherAt(item);
  const place = `${item.kind}/${item.id}`;
  const marks = Number(useMark(place) !== undefined) + Number(useTalk((state) => state.pins.has(place)));
  return (
    <>
      <Flash item={item} />
      {other && (
        <span className={styles.framed} style={{ borderColor: other.color }}>
          <span className={styles.framedName} data-beside={marks || undefined} style={{ background: other.color }}>
            {other.types && <Pencil size={10} aria-label="types in" />} {other.name}
          </span>
        </span>
      )}
    </>
  );
}
