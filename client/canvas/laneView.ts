import { create } from 'zustand';
import { recallList, rememberJson } from '../ui/remembered.ts';

/** How this browser shows a lane; nobody else sees it, and nothing of it is in the document. */
export type LaneLook = 'folded' | 'hidden';

interface LaneView {
  /** Lanes that are not shown in full, by id. */
  readonly looks: ReadonlyMap<string, LaneLook>;
}

const KEY = 'throughline.lanes';
/** Lanes of maps long forgotten make room. */
const KEPT = 400;

export const useLaneView = create<LaneView>(() => ({ looks: new Map(recallList(KEY, isEntry)) }));

/** Folds a lane to its name, hides it, or (null) shows it in full. */
export function lookAtLane(id: string, look: LaneLook | null): void {
  const looks = new Map(useLaneView.getState().looks);
  looks.delete(id);
  if (look) looks.set(id, look);
  useLaneView.setState({ looks });
  rememberJson(KEY, [...looks].slice(-KEPT));
}

// Hoisted: the store reads while this file is still being loaded.
function isEntry(entry: unknown): entry is [string, LaneLook] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'folded' || entry[1] === 'hidden');
}
