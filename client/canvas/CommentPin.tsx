import { memo } from 'react';
import { type Pin, pinLabel } from '../talk/pins.ts';
import { seekThread } from '../talk/talkStore.ts';
import styles from './CommentPin.module.css';
import { useView } from './viewStore.ts';

interface CommentPinProps {
  readonly pin: Pin;
  /** Where its middle is on the content; left out where it stands in a row. */
  readonly x?: number;
  readonly y?: number;
  /** On the map the keyboard goes from item to item, and opens what is said by the panel. */
  readonly tabIndex?: 0 | -1;
}

/** The count of what is said at a place. Clicking it opens the thread. */
export default memo(function CommentPin({ pin, x, y, tabIndex = -1 }: CommentPinProps) {
  const open = () => {
    useView.getState().showPanel('comments');
    seekThread(pin.thread);
  };
  const label = pinLabel(pin);
  return (
    <button
      type="button"
      className={styles.pin}
      data-unread={pin.unread > 0 || undefined}
      data-placed={x !== undefined || undefined}
      style={{ left: x, top: y }}
      title={label}
      aria-label={label}
      tabIndex={tabIndex}
      onClick={open}
    >
      {pin.calls ? '@' : pin.unread > 0 ? pin.unread : pin.comments}
    </button>
  );
});
