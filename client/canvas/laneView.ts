import { create } from 'zustand';

/** How this browser shows a lane; nobody else sees it, and nothing of it is in the document. */
export type LaneLook = 'folded' | 'hidden';

interface LaneView {
  /** Lanes that are not shown in full, by id. */
  readonly looks: ReadonlyMap<string, LaneLook>;
}

const KEY = 'throughline.lanes';
/** Lanes of maps long forgotten make room. */
const KEPT = 400;

export const useLaneView = create<LaneView>(() => ({ looks: read() }));

/** Folds a lane to its name, hides it, or (null) shows it in full. */
export function lookAtLane(id: string, look: LaneLook | null): void {
  const looks = new Map(useLaneView.getState().looks);
  looks.delete(id);
  if (look) looks.set(id, look);
  useLaneView.setState({ looks });
  try {
    localStorage.setItem(KEY, JSON.stringify([...looks].slice(-KEPT)));
  } catch {
    // Storage is switched off or full: it is forgotten with the page.
  }
}

/** Anybody can write to the browser's store: what does not look right is left out. */
function read(): ReadonlyMap<string, LaneLook> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const entries = Array.isArray(stored) ? stored.filter(isEntry) : [];
    return new Map(entries);
  } catch {
    return new Map();
  }
}

// Hoisted: the store reads while this file is still being loaded.
function isEntry(entry: unknown): entry is [string, LaneLook] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'folded' || entry[1] === 'hidden');
}
