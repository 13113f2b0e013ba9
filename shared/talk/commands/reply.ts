import type { CommentId, ThreadId } from '../records.ts';
import { refuseMissingThread, refuseTaken, refuseWords, type Words } from './refuseTalk.ts';
import type { TalkCommand } from './talkCommand.ts';
import { writeComment } from './writeComment.ts';

/** One more comment in a thread. */
export const reply: TalkCommand<{ readonly thread: ThreadId; readonly comment: CommentId } & Words> = {
  name: 'comment.reply',
  label: 'Reply',
  refuse: (talk, input) =>
    refuseMissingThread(talk, input.thread) ?? refuseTaken(talk.comments, input.comment) ?? refuseWords(input),
  apply(doc, { thread, comment, text, mentions }, talk) {
    const orders = talk.byId.get(thread)?.comments.map(({ order }) => order) ?? [];
    writeComment(doc, comment, { thread, text, mentions, order: Math.max(-1, ...orders) + 1 });
  },
};
