import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { Role } from '../../shared/protocol/roles.ts';
import { type KeptNotes, readNotes, replaceKept, writeNotes } from './keptNotes.ts';

/** A map as this browser keeps it, so that edits survive a reload and a day without a network. */
export interface KeptMap {
  /** The origin of what is read from the store: nobody's edit. */
  readonly origin: unknown;
  /** Everything kept is in the document; answers what was noted beside it. Never rejects. */
  readonly loaded: Promise<KeptNotes>;
  /** Notes how many edits are not known to be saved, for the words on the screen after a reload. */
  remember(waiting: { readonly own: number; readonly restored: number }): void;
  /** Notes what one is on this map, and who one is; `null` when the server no longer lets one in. */
  rememberRole(role: Role | null, person: string): void;
  /** Puts what is kept aside under a name of its own, where nothing sends it any more. */
  setAside(): Promise<void>;
  /** Keeps this state of the map instead of all that was kept, and nothing of the document from now on. */
  replace(state: Uint8Array | null, role: Role | null, person: string): Promise<void>;
}

/** A store that takes longer than this is not waited for: the server has the map as well. */
const PATIENCE_MS = 3000;
const NOTHING: KeptNotes = { edits: 0, role: 'unknown', person: null, restored: [] };

/** Opens what this browser keeps of a map. Without a store (some private windows) edits live as long as the page. */
export function keepMap(mapId: string, doc: Y.Doc): KeptMap {
  const store = new IndexeddbPersistence(`throughline/${mapId}`, doc);
  const tab = String(doc.clientID);
  let notes: KeptNotes | null = null;
  const read = store.whenSynced
    .then(() => store._db)
    .then(readNotes)
    .then((found) => {
      notes = found;
      return found;
    });
  const noStore = store._db.then(
    () => new Promise<KeptNotes>(() => undefined),
    () => NOTHING,
  );
  const impatient = new Promise<KeptNotes>((resolve) => setTimeout(() => resolve(NOTHING), PATIENCE_MS));
  let written = '';
  const write = (changes: Parameters<typeof writeNotes>[2]) => {
    store._db.then((db) => writeNotes(db, tab, changes)).catch(() => undefined);
  };

  return {
    origin: store,
    loaded: Promise.race([read, noStore, impatient]).catch(() => NOTHING),
    remember({ own, restored }) {
      const next = `${own} ${restored}`;
      // Before it was read, writing would forget what an earlier visit left.
      if (!notes || next === written) return;
      written = next;
      write({ edits: own, settled: restored === 0 ? notes.restored : [] });
    },
    rememberRole: (role, person) => write({ role, person }),
    async setAside() {
      // Where there is no store, this says so; the other would wait for ever.
      await store._db;
      const aside = new IndexeddbPersistence(`throughline/${mapId}/set-aside/${new Date().toISOString()}`, doc);
      await aside.whenSynced;
      await aside.destroy();
    },
    async replace(state, role, person) {
      const db = await store._db;
      await replaceKept(db, state, role, person);
      await store.destroy();
    },
  };
}
