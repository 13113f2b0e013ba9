import type { ItemRef } from '../../shared/model/records.ts';
import { useMayEdit } from '../session/useMayEdit.ts';
import styles from './Outline.module.css';
import { openDialog } from './outlineStore.ts';
import { useItemTabStop } from './useRow.ts';

/** For what is unplaced: the way back onto the map, without looking for it in a menu. */
export function PutBack({ item, name }: { readonly item: ItemRef; readonly name: string }) {
  const mayEdit = useMayEdit();
  const tabIndex = useItemTabStop(item);
  if (!mayEdit) return null;
  return (
    <button
      type="button"
      className={styles.putBack}
      tabIndex={tabIndex}
      aria-label={`Put back ${name}`}
      onClick={() => openDialog({ kind: 'move', item })}
    >
      Put back
    </button>
  );
}
