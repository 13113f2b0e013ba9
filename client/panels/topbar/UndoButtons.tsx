import { Redo2, Undo2 } from 'lucide-react';
import { useMapSession, useSession } from '../../session/SessionContext.tsx';
import { useMayEdit } from '../../session/useMayEdit.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './UndoButtons.module.css';

/** Undo and redo of what this page did. */
export function UndoButtons() {
  const { undo, redo } = useMapSession();
  const canUndo = useSession((session) => session.canUndo);
  const canRedo = useSession((session) => session.canRedo);
  const mayEdit = useMayEdit();
  if (!mayEdit) return null;
  return (
    <div className={styles.buttons}>
      <IconButton
        label="Undo"
        keys="Ctrl Z"
        icon={<Undo2 size={17} aria-hidden />}
        disabled={!canUndo}
        onClick={undo}
      />
      <IconButton
        label="Redo"
        keys="Ctrl Shift Z"
        icon={<Redo2 size={17} aria-hidden />}
        disabled={!canRedo}
        onClick={redo}
      />
    </div>
  );
}
