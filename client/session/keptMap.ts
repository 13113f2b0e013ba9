import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import type { Role } from '../../shared/protocol/roles.ts';
import { noteSetAside, type WhySetAside } from '../offline/setAside.ts';
import { painted } from '../ui/painted.ts';
import { formerStores, keptName } from './keptNames.ts';
import { type KeptNotes, readNotes, replaceKept, writeNotes } from './keptNotes.ts';
import { somebody } from './me.ts';

/** A map as this browser keeps it for one person, so that edits survive a reload and a day without a network. */
export interface KeptMap {
  /** Whose it is; empty as long as nobody knows who sits here. */
  readonly person: string;
  /** The origin of what is read from the store: nobody's edit. */
  readonly origin: unknown;
  /** Everything kept is in the document; answers what was noted beside it. Never rejects. */
  readonly loaded: Promise<KeptNotes>;
  /** Notes how many edits are not known to be saved, for the words on the screen after a reload. */
  remember(waiting: { readonly own: number; readonly restored: number }): void;
  /** Notes what one is on this map; `null` when the server no longer lets one in. */
  rememberRole(role: Role | null): void;
  /** Puts what is kept aside under a name of its own, where nothing sends it any more. */
  setAside(why: WhySetAside): Promise<void>;
  /** Keeps this state of the map instead of all that was kept, and nothing of the document from now on. */
  replace(state: Uint8Array | null, role: Role | null): Promise<void>;
}

/** A store that takes longer than this is not waited for: the server has the map as well. */
const PATIENCE_MS = 3000;
const NOTHING: KeptNotes = { edits: 0, role: 'unknown', restored: [] };

/**
 * Opens what this browser keeps of a map for whoever sits here. Each person has a store of their own: what one has not
 * sent yet never goes up under the next one's name. Without a store (some private windows) edits live as long as the
 * page.
 *
 * @param isNew nothing is kept of it yet, and all of it is in the document: writing that waits until it is drawn
 */
export function keepMap(mapId: string, doc: Y.Doc, isNew = false): KeptMap {
  const whose = somebody();
  const tab = String(doc.clientID);
  let store: IndexeddbPersistence | null = null;
  const open = ({ id }: { readonly id: string }) => {
    // Nobody would close the store of a map that was left meanwhile.
    if (doc.isDestroyed) return new Promise<never>(() => undefined);
    store = new IndexeddbPersistence(keptName(mapId, id), doc);
    return store;
  };
  const now = !isNew && whose.known;
  const later = isNew ? painted().then(() => whose.later) : whose.later;
  const opened: Promise<IndexeddbPersistence> = now ? Promise.resolve(open(now)) : later.then(open);
  const database = opened.then(({ _db }) => _db);
  let notes: KeptNotes | null = null;
  const read = opened.then(async (own) => {
    const former = formerStores(mapId, await whose.later);
    await own.whenSynced;
    const db = await database;
    const names = await former;
    if (names.length > 0) {
      const { adoptKept } = await import('../offline/adoptKept.ts');
      await adoptKept(names, { doc, db, person: await whose.later }).catch(() => undefined);
    }
    notes = await readNotes(db);
    return notes;
  });
  const noStore = database.then(
    () => new Promise<KeptNotes>(() => undefined),
    () => NOTHING,
  );
  // Nothing can be kept for somebody of whom not even the name is known; what they do now is kept once it is.
  const waits = whose.known
    ? new Promise<KeptNotes>((resolve) => setTimeout(() => resolve(NOTHING), PATIENCE_MS))
    : Promise.resolve(NOTHING);
  const loaded = Promise.race([read, noStore, waits]).catch(() => NOTHING);
  let written = '';
  const write = (changes: Parameters<typeof writeNotes>[2]) => {
    database.then((db) => writeNotes(db, tab, changes)).catch(() => undefined);
  };

  return {
    person: whose.known?.id ?? '',
    get origin() {
      return store;
    },
    loaded: isNew ? Promise.resolve(NOTHING) : loaded,
    remember({ own, restored }) {
      const next = `${own} ${restored}`;
      // Before it was read, writing would forget what an earlier visit left.
      if (!notes || next === written) return;
      written = next;
      write({ edits: own, settled: restored === 0 ? notes.restored : [] });
    },
    rememberRole: (role) => write({ role }),
    async setAside(why) {
      // Where there is no store, this says so; the other would wait for ever.
      await database;
      const { id: person } = await whose.later;
      const at = Date.now();
      const name = `${keptName(mapId, person)}/set-aside/${new Date(at).toISOString()}`;
      const aside = new IndexeddbPersistence(name, doc);
      await aside.whenSynced;
      await aside.destroy();
      noteSetAside({ store: name, map: mapId, person, at, why });
    },
    async replace(state, role) {
      await replaceKept(await database, state, role);
      await (await opened).destroy();
    },
  };
}
