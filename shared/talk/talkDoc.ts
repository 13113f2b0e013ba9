import * as Y from 'yjs';

/**
 * The only file that knows the roots of a discussion. All are root Y.Maps:
 * - `threads`: id -> Y.Map of `threadFields`; `on` is written once, `resolved` by everybody who may write.
 * - `comments`: id -> Y.Map of `commentFields`; written by their author alone, `thread` and `order` once.
 * - `stamps`: comment id -> `Stamp`, and `settled`: thread id -> `Stamp`; written by the server alone, in the
 *   transaction in which it admits what they are about.
 * Nothing in the first two is ever taken out: a comment is deleted by its `removed`. Other roots are free for what
 * else belongs to a discussion (votes, a timer).
 */
export const talkRoots = { threads: 'threads', comments: 'comments', stamps: 'stamps', settled: 'settled' } as const;
export type TalkRoot = (typeof talkRoots)[keyof typeof talkRoots];

/** A part of a discussion as it is stored, unread. Reading it writes nothing into the document. */
export const talkRoot = (doc: Y.Doc, root: TalkRoot): Y.Map<unknown> => doc.getMap(root);

/** The stored fields of a thread or comment, or null when there is none (or something else is stored there). */
export function storedEntry(doc: Y.Doc, root: 'threads' | 'comments', id: string): Y.Map<unknown> | null {
  const stored = talkRoot(doc, root).get(id);
  return stored instanceof Y.Map ? stored : null;
}
