import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** A map as this browser keeps it, so that edits survive a reload and a day without a network. */
export interface KeptMap {
  /** The origin of what is read from the store: nobody's edit. */
  readonly origin: unknown;
  /** Everything kept is in the document; answers how many edits of it were not known to be saved. Never rejects. */
  readonly loaded: Promise<number>;
  /** Notes how many edits are not known to be saved, for the words on the screen after a reload. */
  remember(edits: number): void;
  /** Puts what is kept aside under a name of its own, where nothing sends it any more, so that the map can be had anew. */
  setAside(): Promise<void>;
}

const EDITS = 'kept-edits';
/** A store that takes longer than this is not waited for: the server has the map as well. */
const PATIENCE_MS = 3000;

/** Opens what this browser keeps of a map. Without a store (some private windows) edits live as long as the page. */
export function keepMap(mapId: string, doc: Y.Doc): KeptMap {
  const store = new IndexeddbPersistence(`throughline/${mapId}`, doc);
  let isRead = false;
  const read = store.whenSynced
    .then(() => store.get(EDITS))
    .then((edits: unknown) => {
      isRead = true;
      return typeof edits === 'number' && edits > 0 ? edits : 0;
    });
  const noStore = store._db.then(
    () => new Promise<number>(() => undefined),
    () => 0,
  );
  const impatient = new Promise<number>((resolve) => setTimeout(() => resolve(0), PATIENCE_MS));
  let written = -1;

  return {
    origin: store,
    loaded: Promise.race([read, noStore, impatient]).catch(() => 0),
    remember(edits) {
      // Before it was read, writing would forget what an earlier visit left.
      if (!isRead || edits === written) return;
      written = edits;
      store.set(EDITS, edits).catch(() => undefined);
    },
    async setAside() {
      const aside = new IndexeddbPersistence(`throughline/${mapId}/set-aside/${new Date().toISOString()}`, doc);
      await aside.whenSynced;
      await aside.destroy();
      await store.clearData();
    },
  };
}
