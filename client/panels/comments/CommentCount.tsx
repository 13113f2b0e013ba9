import { useTalk } from '../../talk/talkStore.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './CommentCount.module.css';

/** How many comments one has not read. */
export function CommentCount() {
  const unread = useTalk((state) => state.unread);
  if (unread === 0) return null;
  return (
    <span className={styles.count}>
      {unread > 99 ? '99+' : unread}
      <VisuallyHidden> unread {unread === 1 ? 'comment' : 'comments'}</VisuallyHidden>
    </span>
  );
}
