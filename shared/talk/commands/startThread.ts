import * as Y from 'yjs';
import { type CommentId, type Subject, type ThreadId, threadFields } from '../records.ts';
import { talkRoot } from '../talkDoc.ts';
import { refuseTaken, refuseWords, type Words } from './refuseTalk.ts';
import type { TalkCommand } from './talkCommand.ts';
import { writeComment } from './writeComment.ts';

/** The first comment on something. */
export const startThread: TalkCommand<
  { readonly thread: ThreadId; readonly comment: CommentId; readonly on: Subject } & Words
> = {
  name: 'thread.start',
  label: 'Comment',
  refuse(talk, input) {
    if (!threadFields.on.safeParse(input.on).success) return 'This is nothing to comment on.';
    return refuseTaken(talk.byId, input.thread) ?? refuseTaken(talk.comments, input.comment) ?? refuseWords(input);
  },
  apply(doc, { thread, comment, on, text, mentions }) {
    talkRoot(doc, 'threads').set(thread, new Y.Map<unknown>([['on', { ...on }]]));
    writeComment(doc, comment, { thread, text, mentions, order: 0 });
  },
};
