import { create } from 'zustand';

const KEY = 'throughline.overview';

/** A choice of this browser. Where it keeps nothing, the choice lasts as long as the page. */
const read = (): boolean => {
  try {
    return localStorage.getItem(KEY) !== 'hidden';
  } catch {
    return true;
  }
};

export const useMiniMap = create<{ readonly wanted: boolean }>(() => ({ wanted: read() }));

export function toggleMiniMap(): void {
  const wanted = !useMiniMap.getState().wanted;
  useMiniMap.setState({ wanted });
  try {
    localStorage.setItem(KEY, wanted ? 'shown' : 'hidden');
  } catch {
    // See above.
  }
}
