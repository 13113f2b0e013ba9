import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { editComment } from '../../../shared/talk/commands/editComment.ts';
import { removeComment, restoreComment } from '../../../shared/talk/commands/removeComment.ts';
import type { Comment } from '../../../shared/talk/records.ts';
import { useSession } from '../../session/SessionContext.tsx';
import { runInTalk } from '../../talk/openTalk.ts';
import { useTalk } from '../../talk/talkStore.ts';
import { useMayComment } from '../../talk/useMayComment.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './Comment.module.css';
import { CommentHead } from './CommentHead.tsx';
import { CommentText } from './CommentText.tsx';
import { Composer } from './Composer.tsx';
import { focusSoon } from './focusSoon.ts';

interface CommentItemProps {
  readonly comment: Comment;
  readonly unread: boolean;
  readonly now: number;
}

/** One comment of an open thread. */
export const CommentItem = memo(function CommentItem({ comment, unread, now }: CommentItemProps) {
  const { id, text, mentions, removed, stamp } = comment;
  const me = useSession((session) => session.me.id);
  const mayComment = useMayComment();
  const [editing, setEditing] = useState(false);
  if (removed) return <li className={styles.removed}>A comment was deleted by who wrote it.</li>;
  const mine = stamp === null || stamp.person === me;
  const stop = () => {
    setEditing(false);
    focusSoon(`[data-comment="${id}"] button`);
  };
  const change = (next: string, called: readonly string[]) => {
    // Who was mentioned before still is, also where the list of people is not at hand.
    const kept = mentions.filter((person) => !called.includes(person) && next.includes('@'));
    const { status } = runInTalk(editComment, { comment: id, me, text: next, mentions: [...called, ...kept] });
    if (status === 'done') stop();
    return status === 'done';
  };
  const remove = () => {
    if (runInTalk(removeComment, { comment: id, me }).status === 'refused') return;
    focusSoon(`[data-thread="${comment.thread}"] textarea`, '[data-start-comment]');
    const undo = () => void runInTalk(restoreComment, { comment: id, me });
    toast('Comment deleted.', { action: { label: 'Undo', run: undo } });
  };
  return (
    <li className={styles.comment} data-comment={id} data-unread={unread || undefined}>
      <CommentHead comment={comment} now={now} unread={unread}>
        {mine && mayComment && !editing && (
          <Menu
            trigger={
              <Button look="quiet" small className={styles.more} aria-label="Actions for your comment">
                <Ellipsis size={16} aria-hidden />
              </Button>
            }
          >
            <MenuItem icon={<Pencil size={15} aria-hidden />} onSelect={() => setEditing(true)}>
              Edit
            </MenuItem>
            <MenuItem icon={<Trash2 size={15} aria-hidden />} danger onSelect={remove}>
              Delete
            </MenuItem>
          </Menu>
        )}
      </CommentHead>
      {editing ? (
        <Composer
          label="Your comment"
          placeholder="Write something"
          send="Save"
          initial={text}
          draft={`edit/${id}`}
          focus
          onSend={change}
          onCancel={stop}
        />
      ) : (
        <CommentText text={text} mentions={mentions} />
      )}
      {stamp === null && <OnItsWay />}
    </li>
  );
});

/** What a comment is that the server does not have yet. */
function OnItsWay() {
  const saving = useTalk((state) => state.saving.status);
  const closed = useTalk((state) => state.status === 'closed');
  if (closed) return <p className={styles.way}>Not sent. It is kept in this browser.</p>;
  return (
    <p className={styles.way}>
      {saving === 'offline' ? 'Kept here, and sent when the server can be reached' : 'Sending'}
    </p>
  );
}
