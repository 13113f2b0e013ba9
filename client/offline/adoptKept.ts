import { getAllKeysValues } from 'lib0/indexeddb';
import * as Y from 'yjs';
import type { Me } from '../../shared/protocol/access.ts';
import { finished } from '../session/keptNotes.ts';
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
  const [updates, notes] = await Promise.all([
    getAllKeysValues(reading.objectStore(UPDATES)),
    getAllKeysValues(reading.objectStore(NOTES)),
  ]);
  const whose: unknown = notes.find(({ k }) => k === PERSON)?.v;
  if (typeof whose === 'string' && whose !== person.id && !person.formerly?.includes(whose)) return;
  const last = updates.at(-1);
  if (!last) return;

  // The store takes it in like any edit; a transaction behind that one says that it is there.
  const takeIn = () => {
    for (const { v: update } of updates) Y.applyUpdate(doc, update);
  };
  Y.transact(doc, takeIn, former, false);
  const writing = db.transaction([UPDATES, NOTES], 'readwrite');
  for (const { k, v } of notes) if (k !== PERSON) writing.objectStore(NOTES).put(v, k);
  await finished(writing);

  const clearing = former.transaction([UPDATES, NOTES], 'readwrite');
  // What another tab has written since stays for the next time.
  clearing.objectStore(UPDATES).delete(IDBKeyRange.upperBound(last.k));
  for (const { k } of notes) if (k !== PERSON) clearing.objectStore(NOTES).delete(k);
  await finished(clearing);
}
