import { getAllKeysValues, rtop } from 'lib0/indexeddb';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';

/** What is noted beside a kept map. */
export interface KeptNotes {
  /** How many edits of earlier visits are not known to be saved. */
  readonly edits: number;
  /** The last known role; `ended` when the server no longer let one in, `unknown` when it never said. */
  readonly role: Role | 'ended' | 'unknown';
  /** The notes that `edits` was added up from, to be taken back when those edits are saved. */
  readonly restored: readonly (readonly [key: string, edits: number])[];
}

interface NoteChanges {
  /** Edits of this tab that are not known to be saved. */
  readonly edits?: number;
  /** Notes whose edits are saved by now. */
  readonly settled?: KeptNotes['restored'];
  /** Null: the server lets this person in no more. */
  readonly role?: Role | null;
}

/** One note for each tab: with a single one, two tabs of one person would count over each other. */
const EDITS = 'kept-edits';
const ROLE = 'role';
const STORE = 'custom';

/** Reads the notes of all tabs, forgivingly: whoever tampers with them sees only his own page. */
export async function readNotes(db: IDBDatabase): Promise<KeptNotes> {
  const noted = await getAllKeysValues(db.transaction(STORE).objectStore(STORE));
  const entries = noted.map(({ k, v }): [key: string, value: unknown] => [String(k), v]);
  const restored = entries.flatMap(([key, value]) =>
    key.startsWith(EDITS) && typeof value === 'number' && value > 0 ? [[key, value] as const] : [],
  );
  const found = new Map(entries);
  const role = found.get(ROLE);
  return {
    edits: restored.reduce((sum, [, edits]) => sum + edits, 0),
    role: role === 'ended' ? role : (ROLES.find((known) => known === role) ?? 'unknown'),
    restored,
  };
}

export async function writeNotes(db: IDBDatabase, tab: string, changes: NoteChanges): Promise<void> {
  const store = db.transaction(STORE, 'readwrite').objectStore(STORE);
  const { edits, settled = [], role } = changes;
  if (role !== undefined) store.put(role ?? 'ended', ROLE);
  if (edits === 0) store.delete(`${EDITS}/${tab}`);
  else if (edits !== undefined) store.put(edits, `${EDITS}/${tab}`);
  for (const [key, counted] of settled) {
    const now: unknown = await rtop(store.get(key));
    // A tab that is still open may have made more since.
    if (now === counted) store.delete(key);
  }
}

/** Emptied, not deleted: another tab of this browser may have the store open. */
export function replaceKept(db: IDBDatabase, state: Uint8Array | null, role: Role | null): Promise<void> {
  const transaction = db.transaction(['updates', STORE], 'readwrite');
  const [updates, notes] = [transaction.objectStore('updates'), transaction.objectStore(STORE)];
  updates.clear();
  notes.clear();
  if (state) updates.add(state);
  if (role) notes.put(role, ROLE);
  return finished(transaction);
}

/** Tells when all that was asked for in it lies in the store. */
export const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
