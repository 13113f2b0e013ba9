import { create } from 'zustand';

const KEY = 'throughline.cursors';

/** Whether this browser shows where the others point. Their selections and what they type in stay in sight. */
export const useCursorChoice = create<{ readonly shown: boolean }>(() => ({ shown: read() }));

export function showCursors(shown: boolean): void {
  useCursorChoice.setState({ shown });
  try {
    localStorage.setItem(KEY, shown ? 'shown' : 'hidden');
  } catch {
    // Storage is switched off or full: the choice is forgotten with the page.
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'hidden';
  } catch {
    return true;
  }
}
