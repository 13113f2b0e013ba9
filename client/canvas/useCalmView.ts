import { useEffect } from 'react';
import { useMayEdit } from '../session/useMayEdit.ts';
import { endGesture } from './gestureStore.ts';
import { useView } from './viewStore.ts';

/** Whoever loses the right to edit in the middle of something is out of it: no field is open, no tool is in hand. */
export function useCalmView(): void {
  const mayEdit = useMayEdit();
  useEffect(() => {
    if (mayEdit) return;
    const { edit, setTool } = useView.getState();
    edit(null);
    setTool('select');
    endGesture();
  }, [mayEdit]);
}
