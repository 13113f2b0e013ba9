import { create } from 'zustand';
import type { ItemRef } from '../../shared/model/records.ts';
import type { MapSnapshot } from '../../shared/model/snapshot.ts';
import type { MapSession } from '../session/session.ts';

const SHOWN = [
  ['touchpoint', 'touchpoints'],
  ['note', 'notes'],
  ['stage', 'stages'],
  ['step', 'steps'],
  ['lane', 'lanes'],
] as const;

/** More than this at once is no change to follow but another map: an import, or a day's work of others. */
const MANY = 40;
/** Who goes on changing the same thing lets it light up once, not all the time. */
const PAUSE_MS = 3000;

interface Flashes {
  /** When each item lit up, by `touchpoint/x1`. */
  readonly at: Readonly<Record<string, number>>;
}

/** What others just changed lights up once. */
export const useFlashes = create<Flashes>(() => ({ at: {} }));

/** The items that are new or not as they were. */
export function changedItems(map: MapSnapshot, before: MapSnapshot): readonly ItemRef[] {
  const changed: ItemRef[] = [];
  for (const [kind, collection] of SHOWN) {
    const [now, old] = [map[collection], before[collection]];
    if (now === old) continue;
    for (const item of now.list) if (old.get(item.id) !== item) changed.push({ kind, id: item.id });
  }
  return changed;
}

/** Lights up what others change, as long as this page shows the map; answers how to stop. */
export function followChanges({ doc, store }: MapSession): () => void {
  let own = false;
  const begin = ({ local }: { local: boolean }) => {
    own = local;
  };
  const end = () => {
    own = false;
  };
  doc.on('beforeTransaction', begin);
  doc.on('afterTransactionCleanup', end);
  const lastChange = new Map<string, number>();
  const unsubscribe = store.subscribe(({ map, opening, others }, before) => {
    if (map === before.map || own || opening.status !== 'open' || before.opening.status !== 'open') return;
    const changed = changedItems(map, before.map);
    if (changed.length === 0 || changed.length > MANY) return;
    const now = performance.now();
    const fresh: Record<string, number> = {};
    for (const { kind, id } of changed) {
      const key = `${kind}/${id}`;
      const rested = now - (lastChange.get(key) ?? Number.NEGATIVE_INFINITY) > PAUSE_MS;
      lastChange.set(key, now);
      // Where somebody types there is their frame already.
      if (rested && !others.some(({ editing }) => editing?.startsWith(`${key}/`))) fresh[key] = now;
    }
    if (Object.keys(fresh).length > 0) useFlashes.setState(({ at }) => ({ at: { ...at, ...fresh } }));
  });
  return () => {
    unsubscribe();
    doc.off('beforeTransaction', begin);
    doc.off('afterTransactionCleanup', end);
    useFlashes.setState({ at: {} });
  };
}

/** Its light has gone out. */
export function endFlash(key: string): void {
  useFlashes.setState(({ at }) => {
    const { [key]: _over, ...rest } = at;
    return { at: rest };
  });
}
