import { ListChecks, PanelRight, Trash2, X } from 'lucide-react';
import { useMayEdit } from '../session/useMayEdit.ts';
import styles from './Controls.module.css';
import { useCanvas } from './canvasContext.ts';
import { removeSelected } from './removeSelected.ts';
import { useView } from './viewStore.ts';

/** What a finger can do with what it selected; mouse and keyboard have Shift, Delete and Escape. */
export function SelectionBar() {
  const canvas = useCanvas();
  const count = useView((view) => (view.byFinger && view.editing === null ? view.selected.length : 0));
  const several = useView((view) => view.several);
  const mayEdit = useMayEdit();
  if (count === 0 || !mayEdit) return null;
  const view = useView.getState();
  return (
    <>
      {several && (
        <div className={styles.hint} role="status">
          {count} selected. Tap to add or take out, hold one to move all.
        </div>
      )}
      <div role="toolbar" aria-label="Selection" className={styles.selection}>
        <button
          type="button"
          className={styles.toolButton}
          aria-pressed={several}
          onClick={() => view.selectSeveral(!several)}
        >
          <ListChecks size={16} aria-hidden />
          Select more
        </button>
        <button
          type="button"
          className={styles.toolButton}
          aria-label="Details"
          onClick={() => view.showPanel('details')}
        >
          <PanelRight size={16} aria-hidden />
        </button>
        <button type="button" className={styles.toolButton} aria-label="Delete" onClick={() => removeSelected(canvas)}>
          <Trash2 size={16} aria-hidden />
        </button>
        <button type="button" className={styles.toolButton} aria-label="Done" onClick={() => view.select([])}>
          <X size={16} aria-hidden />
        </button>
      </div>
    </>
  );
}
