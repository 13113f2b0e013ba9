import * as Y from 'yjs';
import type { Me } from '../../shared/protocol/access.ts';
import { openExisting } from './keptMaps.ts';

interface Adopting {
  readonly doc: Y.Doc;
  /** The store of this document in which it goes on. */
  readonly db: IDBDatabase;
  readonly person: Pick<Me, 'id' | 'formerly'>;
}

const UPDATES = 'updates';
const NOTES = 'custom';
/** Who sat here, as it was noted when there was one store for everybody. */
const PERSON = 'person';

/**
 * Moves what lies in former stores of somebody into the one they have now: first it is written there, then it is taken
 * out here. A page that is closed in between finds it in both, which is the same as in one.
 */
export async function adoptKept(names: readonly string[], into: Adopting): Promise<void> {
  for (const name of names) {
    const former = await openExisting(name);
    if (!former) continue;
    await adopt(former, into).finally(() => former.close());
  }
}

async function adopt(former: IDBDatabase, { doc, db, person }: Adopting): Promise<void> {
  const reading = former.transaction([UPDATES, NOTES], 'readonly');
  const [updates, notes] = [reading.objectStore(UPDATES), reading.objectStore(NOTES)];
  const [keys, values, noteKeys, noteValues] = await Promise.all([
    asked(updates.getAllKeys()),
    asked<Uint8Array[]>(updates.getAll()),
    asked(notes.getAllKeys()),
    asked<unknown[]>(notes.getAll()),
  ]);
  const noted = noteKeys.map((key, at) => [key, noteValues[at]] as const);
  const whose = noted.find(([key]) => key === PERSON)?.[1];
  if (typeof whose === 'string' && whose !== person.id && !person.formerly?.includes(whose)) return;
  const last = keys.at(-1);
  if (last === undefined) return;

  // The store takes it in like any edit; a transaction behind that one says that it is there.
  const takeIn = () => {
    for (const update of values) Y.applyUpdate(doc, update);
  };
  Y.transact(doc, takeIn, former, false);
  const writing = db.transaction([UPDATES, NOTES], 'readwrite');
  for (const [key, value] of noted) if (key !== PERSON) writing.objectStore(NOTES).put(value, key);
  await finished(writing);

  const clearing = former.transaction([UPDATES, NOTES], 'readwrite');
  // What another tab has written since stays for the next time.
  clearing.objectStore(UPDATES).delete(IDBKeyRange.upperBound(last));
  for (const [key] of noted) if (key !== PERSON) clearing.objectStore(NOTES).delete(key);
  await finished(clearing);
}

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
