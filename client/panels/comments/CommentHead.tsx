import type { ReactNode } from 'react';
import type { Comment } from '../../../shared/talk/records.ts';
import { whenChanged } from '../../home/whenChanged.ts';
import { useSession } from '../../session/SessionContext.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Comment.module.css';

interface CommentHeadProps {
  readonly comment: Comment;
  readonly now: number;
  readonly unread?: boolean;
  readonly children?: ReactNode;
}

/** Who wrote a comment and when, by the server's word; what has no such word yet was written here. */
export function CommentHead({ comment: { stamp }, now, unread = false, children }: CommentHeadProps) {
  const me = useSession((session) => session.me);
  const { name, color } = stamp ?? me;
  return (
    <span className={styles.head}>
      <Avatar name={name} color={color} size={22} />
      <strong className={styles.name}>{name}</strong>
      {stamp && (
        <time className={styles.time} dateTime={new Date(stamp.at).toISOString()} title={fullTime(stamp.at)}>
          {whenChanged(new Date(stamp.at).toISOString(), now)}
          {stamp.edited !== null && ', edited'}
        </time>
      )}
      {unread && (
        <span className={styles.dot}>
          <VisuallyHidden>unread</VisuallyHidden>
        </span>
      )}
      {children}
    </span>
  );
}

const fullTime = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
