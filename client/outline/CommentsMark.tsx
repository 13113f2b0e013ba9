import { type Subject, subjectKey } from '../../shared/talk/records.ts';
import CommentPin from '../canvas/CommentPin.tsx';
import { useTalk } from '../talk/talkStore.ts';
import styles from './Outline.module.css';
import { useTabStop } from './useRow.ts';

/** How much is said about a line, or at a cell; pressing it opens the thread. */
export function CommentsMark({ on }: { readonly on: Subject }) {
  const key = subjectKey(on);
  const pin = useTalk(({ pins }) => pins.get(key));
  // Of an item it is the key of its line.
  const tabIndex = useTabStop(key);
  if (!pin) return null;
  return (
    <span className={styles.mark}>
      <CommentPin pin={pin} tabIndex={tabIndex} />
    </span>
  );
}
