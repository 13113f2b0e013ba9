import { setTimeout as pause } from 'node:timers/promises';
import type { DocumentRules } from '../documents/inspectUpdate.ts';
import { storedUpdates } from '../documents/storedUpdates.ts';
import type { StoredLog } from '../storage/storage.ts';
import { wholeFrames } from './frames.ts';
import type { Limits } from './limits.ts';
import type { Member } from './member.ts';

/** A smaller document is built, and encoded, before anybody could notice. */
const WORTH_IT = 64 * 1024;
/** Each piece is a message of its own. */
const MOST_PIECES = 2_000;
/** Building the document keeps this thread busy: it waits for who is about to ask, and until what was sent has left. */
const LOOK_EVERY = 2;
const PATIENCE = 100;

/** What was sent before the document was there, and to whom. */
export interface SentFirst {
  readonly frames: readonly Uint8Array[];
  readonly members: readonly Member[];
}

/**
 * Gives a large document to those who wait for it as it is stored: building it, and encoding it again, takes most of the
 * time that the first who opens a map after a while would wait. Null when there is nothing to gain, or any doubt.
 */
export async function sendStored(
  log: StoredLog,
  { rules, members, limits }: { rules: DocumentRules; members: Iterable<Member>; limits: Limits },
): Promise<SentFirst | null> {
  const bytes = log.rows.reduce((sum, { data }) => sum + data.length, log.checkpoint?.data.length ?? 0);
  if (bytes < WORTH_IT || bytes > limits.documentBacklog) return null;
  const updates = storedUpdates(log, rules);
  if (!updates || updates.length > MOST_PIECES) return null;
  const frames = wholeFrames(updates);
  const told = new Set<Member>();
  // Who has asked is answered at once. The others are waited for: a page asks one journey over the network after it was
  // let in.
  await patiently(() => {
    for (const member of members) if (!told.has(member) && member.sendWhole(frames)) told.add(member);
    return [...members].every((member) => told.has(member) || member.hasSpoken);
  });
  await patiently(() => [...told].every(({ outbox }) => outbox.isDrained));
  return { frames, members: [...told] };
}

async function patiently(isThere: () => boolean): Promise<void> {
  const until = performance.now() + PATIENCE;
  while (!isThere() && performance.now() < until) await pause(LOOK_EVERY);
}
