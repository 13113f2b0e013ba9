import { type Subject, subjectKey } from '../../shared/talk/records.ts';
import CommentPin from '../canvas/CommentPin.tsx';
import { useTalk } from '../talk/talkStore.ts';
import styles from './Outline.module.css';

/** How much is said about a line, or at a cell; pressing it opens the thread. */
export function CommentsMark({ on }: { readonly on: Subject }) {
  const pin = useTalk(({ pins }) => pins.get(subjectKey(on)));
  if (!pin) return null;
  return (
    <span className={styles.mark}>
      <CommentPin pin={pin} />
    </span>
  );
}
