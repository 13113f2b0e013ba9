import { Check, ChevronUp, RotateCcw } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { idOf } from '../../../shared/model/ids.ts';
import { reply } from '../../../shared/talk/commands/reply.ts';
import { reopenThread, resolveThread } from '../../../shared/talk/commands/settleThread.ts';
import type { Thread } from '../../../shared/talk/records.ts';
import { liveComments } from '../../../shared/talk/snapshot.ts';
import { isUnread, unreadIn } from '../../../shared/talk/unread.ts';
import { newId } from '../../session/newId.ts';
import { useSession } from '../../session/SessionContext.tsx';
import { markRead, runInTalk } from '../../talk/openTalk.ts';
import { openThread, useTalk } from '../../talk/talkStore.ts';
import { useMayComment } from '../../talk/useMayComment.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { toast } from '../../ui/toasts.ts';
import { CommentHead } from './CommentHead.tsx';
import { CommentItem } from './CommentItem.tsx';
import { Composer } from './Composer.tsx';
import { focusSoon } from './focusSoon.ts';
import { SubjectLine } from './SubjectLine.tsx';
import styles from './Thread.module.css';

interface ThreadCardProps {
  readonly thread: Thread;
  readonly open: boolean;
  readonly now: number;
}

/** One thread: how it began and what is new in it, or all of it with a place to answer. */
export const ThreadCard = memo(function ThreadCard({ thread, open, now }: ThreadCardProps) {
  const mayComment = useMayComment();
  const { id, resolved } = thread;
  const settle = () => {
    const act = resolved ? reopenThread : resolveThread;
    if (runInTalk(act, { thread: id }).status === 'refused') return;
    const undo = () => void runInTalk(resolved ? resolveThread : reopenThread, { thread: id });
    focusSoon(`[data-thread="${id}"] button`);
    toast(resolved ? 'Thread reopened.' : 'Thread resolved.', { action: { label: 'Undo', run: undo } });
  };
  return (
    <li className={styles.thread} data-thread={id} data-open={open || undefined}>
      <div className={styles.top}>
        <SubjectLine on={thread.on} />
        <span className={styles.tools}>
          {mayComment && (
            <IconButton
              label={resolved ? 'Reopen' : 'Resolve'}
              small
              icon={resolved ? <RotateCcw size={15} aria-hidden /> : <Check size={17} aria-hidden />}
              onClick={settle}
            />
          )}
          {open && (
            <IconButton
              label="Fold this thread"
              small
              icon={<ChevronUp size={16} aria-hidden />}
              onClick={() => {
                openThread(null);
                focusSoon(`[data-thread="${id}"] [aria-expanded]`);
              }}
            />
          )}
        </span>
      </div>
      {open ? <OpenThread thread={thread} now={now} /> : <Summary thread={thread} now={now} />}
    </li>
  );
});

/** A folded thread: its first comment in short, and how it went on. */
function Summary({ thread, now }: { readonly thread: Thread; readonly now: number }) {
  const me = useSession((session) => session.me.id);
  const unread = useTalk(({ marks }) => (marks ? unreadIn(thread, marks, me) : 0));
  const comments = liveComments(thread);
  const [first] = comments;
  const last = comments.at(-1);
  if (!first || !last) return null;
  const replies = comments.length - 1;
  return (
    <button type="button" className={styles.summary} aria-expanded={false} onClick={() => openThread(thread.id)}>
      <CommentHead comment={first} now={now} unread={unread > 0} />
      <span className={styles.beginning}>{first.text}</span>
      {replies > 0 && (
        <span className={styles.rest}>
          {replies} {replies === 1 ? 'reply' : 'replies'}
          {last.stamp && `, last by ${last.stamp.name}`}
          {unread > 0 && <span className={styles.new}>{unread} new</span>}
        </span>
      )}
    </button>
  );
}

function OpenThread({ thread, now }: { readonly thread: Thread; readonly now: number }) {
  const me = useSession((session) => session.me.id);
  const mayComment = useMayComment();
  // What was new when the thread was opened stays marked for as long as it is open.
  const begun = useTalk((state) => state.begun === thread.id);
  const [marks] = useState(() => useTalk.getState().marks);
  useEffect(() => {
    const see = () => !document.hidden && markRead(thread.id);
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [thread]);
  const answer = (text: string, mentions: readonly string[]) =>
    runInTalk(reply, { thread: thread.id, comment: idOf(newId()), text, mentions }).status === 'done';
  const list = useRef<HTMLOListElement>(null);
  // What unfolds at the lower edge would unfold out of sight.
  useEffect(() => {
    list.current?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <>
      <ol ref={list} className={styles.comments} aria-label="Comments">
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            unread={marks !== null && isUnread(comment, marks, me)}
            now={now}
          />
        ))}
      </ol>
      {thread.resolved && thread.settled && <p className={styles.settled}>Resolved by {thread.settled.name}</p>}
      {mayComment && (
        <div className={styles.reply}>
          <Composer
            label="Reply"
            placeholder="Reply, or @ somebody"
            send="Reply"
            draft={`reply/${thread.id}`}
            focus={begun}
            onSend={answer}
          />
        </div>
      )}
    </>
  );
}
