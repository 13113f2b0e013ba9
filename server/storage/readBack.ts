import type { Storage, StoredLog, UnreadablePart } from './storage.ts';

/** What came of reading one log: its checkpoint may be of no use. */
export type Attempt<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'unreadable'; readonly reason: string };

/**
 * Reads a map's log from its newest checkpoint, or from an earlier one when that cannot be read: nearly always one
 * checkpoint is read and no more. Answers with the log that was read and the checkpoints that could not be. Rejects
 * when there was a checkpoint and none can be read: an empty map in its place would lie.
 */
export async function readBack<T>(
  storage: Pick<Storage, 'readLog'>,
  map: string,
  attempt: (log: StoredLog) => Attempt<T> | Promise<Attempt<T>>,
): Promise<{ log: StoredLog; value: T; unreadable: readonly UnreadablePart[] }> {
  const unreadable: UnreadablePart[] = [];
  for (let before: number | undefined; ; before = unreadable.at(-1)?.seq) {
    const log = await storage.readLog(map, before);
    if (before !== undefined && !log.checkpoint) {
      throw new Error(`no checkpoint of this map can be read: ${unreadable[0]?.reason}`);
    }
    const read = await attempt(log);
    if (read.status === 'read') return { log, value: read.value, unreadable };
    if (!log.checkpoint) throw new Error(read.reason);
    unreadable.push({ kind: 'checkpoint', seq: log.checkpoint.seq, reason: read.reason });
  }
}
