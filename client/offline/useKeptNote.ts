import { useEffect } from 'react';
import { useMapSession, useSession } from '../session/SessionContext.tsx';
import { keptMap, noteKept } from './keptMaps.ts';

/** The map has been drawn by then, and the line is free. */
const CALM_MS = 3000;

/** Notes what this browser keeps of the open map, so that it can be found and spoken of without the server. */
export function useKeptNote(): void {
  const session = useMapSession();
  const { mapId } = session;
  const title = useSession((state) => state.map.meta.title);
  const person = useSession((state) => state.me.id);
  const isOpen = useSession((state) => state.opening.status === 'open' && state.role !== null);
  const isOwner = useSession((state) => state.role === 'owner');
  useEffect(() => {
    // Whoever sits here by now, and is not who it was opened for, did not have this map: theirs begins anew.
    if (!isOpen || !person || person !== session.openedFor()) return;
    const note = (owner: string | null) => noteKept({ id: mapId, title, at: Date.now(), person, owner });
    note(isOwner ? null : (keptMap(mapId, person)?.owner ?? null));
    if (isOwner) return;
    const timer = setTimeout(() => void askOwner(mapId).then((owner) => owner && note(owner)), CALM_MS);
    return () => clearTimeout(timer);
  }, [session, mapId, title, person, isOpen, isOwner]);
}

/** Whom to ask when one is let in no more: then it is too late to ask the server. */
async function askOwner(mapId: string): Promise<string | null> {
  try {
    // Read by hand: one name is not worth a validator on this page.
    const maps = (await (await fetch('/api/maps')).json()) as { id?: unknown; owner?: { name?: unknown } | null }[];
    const name = maps.find(({ id }) => id === mapId)?.owner?.name;
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
