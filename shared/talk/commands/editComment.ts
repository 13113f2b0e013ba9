import type { CommentId } from '../records.ts';
import { storedEntry } from '../talkDoc.ts';
import { refuseOthers, refuseWords, type Words } from './refuseTalk.ts';
import type { TalkCommand } from './talkCommand.ts';

/** Changes what one wrote oneself. */
export const editComment: TalkCommand<{ readonly comment: CommentId; readonly me: string } & Words> = {
  name: 'comment.edit',
  label: 'Edit',
  refuse(talk, input) {
    if (talk.comments.get(input.comment)?.removed) return 'This comment was deleted.';
    return refuseOthers(talk, input.comment, input.me) ?? refuseWords(input);
  },
  apply(doc, { comment, text, mentions }, talk) {
    const stored = storedEntry(doc, 'comments', comment);
    const before = talk.comments.get(comment);
    // An edit that changes nothing must not be shown as one.
    if (before?.text !== text.trim()) stored?.set('text', text.trim());
    if (before?.mentions.join() !== mentions.join()) stored?.set('mentions', [...mentions]);
  },
};
