import { create } from 'zustand';
import type { Lane } from '../../shared/model/records.ts';
import { recallList, rememberJson } from '../ui/remembered.ts';
import { toast } from '../ui/toasts.ts';

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

/** The way back is below the last lane, which may be out of sight. */
export function hideLane({ id, title }: Pick<Lane, 'id' | 'title'>): void {
  lookAtLane(id, 'hidden');
  toast(`“${title || 'Untitled lane'}” is hidden, for you alone.`, {
    about: 'hidden lane',
    action: { label: 'Show', run: () => lookAtLane(id, null) },
  });
}

// Hoisted: the store reads while this file is still being loaded.
function isEntry(entry: unknown): entry is [string, LaneLook] {
  return Array.isArray(entry) && typeof entry[0] === 'string' && (entry[1] === 'folded' || entry[1] === 'hidden');
}
