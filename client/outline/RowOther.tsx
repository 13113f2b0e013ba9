import { Pencil } from 'lucide-react';
import type { ItemRef } from '../../shared/model/records.ts';
import { Flash } from '../presence/Flash.tsx';
import { useOtherAt } from '../presence/useOtherAt.ts';
import { CommentsMark } from './CommentsMark.tsx';
import styles from './Outline.module.css';
import { rowKey } from './outlineRows.ts';
import { RowMark } from './RowMark.tsx';

/** The gaps of a line, what is said about it, and who else is at it, and whether they type in it. */
export function RowOther({ item }: { readonly item: ItemRef }) {
  const other = useOtherAt(item);
  return (
    <>
      <Flash item={item} />
      {item.kind === 'step' && <RowMark place={`emotion/${item.id}`} />}
      <RowMark place={rowKey(item)} />
      <CommentsMark on={item} />
      {other && (
        <span className={styles.other} style={{ background: other.color }}>
          {other.types && <Pencil size={10} aria-label="Typing here:" />} {other.name}
        </span>
      )}
    </>
  );
}
