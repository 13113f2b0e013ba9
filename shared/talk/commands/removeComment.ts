import type { CommentId } from '../records.ts';
import { storedEntry } from '../talkDoc.ts';
import { refuseOthers } from './refuseTalk.ts';
import type { TalkCommand } from './talkCommand.ts';

interface OwnComment {
  readonly comment: CommentId;
  readonly me: string;
}

/** Deletes what one wrote oneself; the answers to it stay. */
export const removeComment: TalkCommand<OwnComment> = {
  name: 'comment.remove',
  label: 'Delete',
  refuse: (talk, { comment, me }) =>
    talk.comments.get(comment)?.removed ? 'This was deleted already.' : refuseOthers(talk, comment, me),
  apply: (doc, { comment }) => void storedEntry(doc, 'comments', comment)?.set('removed', true),
};

/** Takes the deletion back. */
export const restoreComment: TalkCommand<OwnComment> = {
  name: 'comment.restore',
  label: 'Restore',
  refuse: (talk, { comment, me }) =>
    talk.comments.get(comment)?.removed === false ? 'This comment is there already.' : refuseOthers(talk, comment, me),
  apply: (doc, { comment }) => void storedEntry(doc, 'comments', comment)?.set('removed', false),
};
