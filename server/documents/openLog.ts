import { type Attempt, readBack } from '../storage/readBack.ts';
import type { Storage, StoredLog } from '../storage/storage.ts';
import type { DocumentRules } from './inspectUpdate.ts';
import { type ReadDocument, readLog, UnreadableCheckpoint } from './readLog.ts';

/**
 * A map's document from what is stored of it. Rejects when none of its checkpoints can be read.
 *
 * @param onStored gets what is stored before the document is built from it, which waits for the answer
 */
export async function openLog(
  storage: Pick<Storage, 'readLog'>,
  map: string,
  rules: DocumentRules,
  onStored: (log: StoredLog) => Promise<void> = async () => {},
): Promise<ReadDocument & { readonly log: StoredLog }> {
  const { log, value, unreadable } = await readBack(storage, map, async (stored) => {
    await onStored(stored);
    return attempt(stored, rules);
  });
  return { ...value, log, unreadable: [...unreadable, ...value.unreadable] };
}

/** Any other error is none of the checkpoint's. */
function attempt(log: StoredLog, rules: DocumentRules): Attempt<ReadDocument> {
  try {
    return { status: 'read', value: readLog(log, rules) };
  } catch (error) {
    if (!(error instanceof UnreadableCheckpoint)) throw error;
    return { status: 'unreadable', reason: error.message };
  }
}
