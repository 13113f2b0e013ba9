import type * as Y from 'yjs';
import { editComment } from './commands/editComment.ts';
import { removeComment } from './commands/removeComment.ts';
import { reply } from './commands/reply.ts';
import { startThread } from './commands/startThread.ts';
import { runTalk } from './commands/talkCommand.ts';
import { liveTalk } from './liveTalk.ts';
import type { Comment } from './records.ts';
import type { TalkSnapshot } from './snapshot.ts';

/**
 * Writes into a discussion fresh from the server what somebody wrote in an earlier copy of it and the server does not
 * have. Needed where that copy itself is not taken any more: it may hold what others wrote and the server lost in a
 * crash, which is not for this page to bring back. Answers how many comments were written again.
 */
export function writeAgain(doc: Y.Doc, before: TalkSnapshot, me: string, origin: unknown): number {
  let written = 0;
  for (const thread of before.threads) {
    for (const comment of thread.comments) {
      if (!isMine(comment, me)) continue;
      if (liveTalk(doc).snapshot().comments.has(comment.id)) bringUpToDate(doc, comment, me, origin);
      else if (!comment.removed) {
        const words = { thread: thread.id, comment: comment.id, text: comment.text, mentions: comment.mentions };
        const again =
          runTalk(doc, reply, words, origin).status === 'done' ||
          // Nobody has the thread any more: it begins anew with this comment, about the same.
          runTalk(doc, startThread, { ...words, on: thread.on }, origin).status === 'done';
        if (again) written++;
      }
    }
  }
  return written;
}

/** What is on its way is its writer's: nobody else ever sees it without a stamp. */
const isMine = ({ stamp }: Comment, me: string): boolean => stamp === null || stamp.person === me;

function bringUpToDate(doc: Y.Doc, { id, text, mentions, removed, stamp }: Comment, me: string, origin: unknown): void {
  const there = liveTalk(doc).snapshot().comments.get(id);
  if (!there || there.removed || (there.stamp?.edited ?? 0) > (stamp?.edited ?? 0)) return;
  if (removed) runTalk(doc, removeComment, { comment: id, me }, origin);
  else if (text !== there.text) runTalk(doc, editComment, { comment: id, text, mentions, me }, origin);
}
