import { create } from 'zustand';
import { recall, remember } from '../ui/remembered.ts';

const KEY = 'throughline.cursors';

/** Whether this browser shows where the others point. Their selections and what they type in stay in sight. */
export const useCursorChoice = create<{ readonly shown: boolean }>(() => ({ shown: recall(KEY) !== 'hidden' }));

export function showCursors(shown: boolean): void {
  useCursorChoice.setState({ shown });
  remember(KEY, shown ? 'shown' : 'hidden');
}
