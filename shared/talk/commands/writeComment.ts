import * as Y from 'yjs';
import type { Comment, CommentId } from '../records.ts';
import { talkRoot } from '../talkDoc.ts';

/** Adds a comment with its fields. */
export function writeComment(
  doc: Y.Doc,
  id: CommentId,
  { thread, text, mentions, order }: Pick<Comment, 'thread' | 'text' | 'mentions' | 'order'>,
): void {
  const fields = Object.entries({ thread, text: text.trim(), mentions: [...mentions], order });
  talkRoot(doc, 'comments').set(id, new Y.Map<unknown>(fields));
}
