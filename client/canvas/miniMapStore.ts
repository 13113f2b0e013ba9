import { create } from 'zustand';
import { recall, remember } from '../ui/remembered.ts';

const KEY = 'throughline.overview';

/** Whether this browser shows the overview. */
export const useMiniMap = create<{ readonly wanted: boolean }>(() => ({ wanted: recall(KEY) !== 'hidden' }));

export function toggleMiniMap(): void {
  const wanted = !useMiniMap.getState().wanted;
  useMiniMap.setState({ wanted });
  remember(KEY, wanted ? 'shown' : 'hidden');
}
