import type * as Y from 'yjs';
import type { VisiblePerson } from '../../shared/protocol/access.ts';
import { readStamp } from '../../shared/talk/readTalk.ts';
import type { Stamp } from '../../shared/talk/records.ts';
import { talkRoot } from '../../shared/talk/talkDoc.ts';
import { admitUpdate } from './admitUpdate.ts';
import type { DocumentRules, UpdateFacts } from './inspectUpdate.ts';
import { judgeTalk, type TalkChanges } from './judgeTalk.ts';

/** A discussion, encoded. */
export const TALK_LIMIT = 5 * 1024 * 1024;

/** What the bytes of a discussion may hold; what its edits may do, `judgeTalk` says. */
export const talkRules: DocumentRules = { roots: null };

/**
 * Admits an edit of a discussion in its author's name, like `admitUpdate`: `false` when something it builds on is
 * missing, `Malformed` when it does what this author may not, and nothing of it was applied then. What is new gets its
 * stamp in the same transaction, so nobody ever sees a comment without knowing who wrote it.
 *
 * @param author who is to be believed for it; that they may write at all, the caller knows
 * @param now the server's clock, in milliseconds since 1970
 * @param judge asked before; see `admitUpdate`
 */
export function admitTalk(
  doc: Y.Doc,
  update: Uint8Array,
  author: VisiblePerson,
  now: number,
  judge?: (facts: UpdateFacts) => void,
): boolean {
  let changes: TalkChanges | null = null;
  return doc.transact(() => {
    const admitted = admitUpdate(doc, update, talkRules, (facts) => {
      judge?.(facts);
      changes = judgeTalk(doc, update, author.id);
    });
    if (admitted && changes) stamp(doc, changes, author, now);
    return admitted;
  });
}

function stamp(doc: Y.Doc, { written, edited, settled }: TalkChanges, author: VisiblePerson, at: number): void {
  const { id: person, name, color } = author;
  const own: Stamp = { person, name, color, at, edited: null };
  const stamps = talkRoot(doc, 'stamps');
  for (const comment of written) stamps.set(comment, own);
  for (const comment of edited) {
    // The name stays the one it was written under; a comment on its way may be changed before it ever had one.
    const before = readStamp(stamps.get(comment));
    if (before) stamps.set(comment, { ...before, edited: at });
  }
  for (const thread of settled) talkRoot(doc, 'settled').set(thread, own);
  if (written.size + edited.size + settled.size > 0) doc.once('afterTransaction', callOwn);
}

/**
 * To Yjs, a transaction in which an update was applied is somebody else's: finding the server's own client id in it,
 * it would take another id after each comment, and every page would carry all of them for ever.
 */
function callOwn(transaction: Y.Transaction): void {
  transaction.local = true;
}
