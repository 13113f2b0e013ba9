import { memo } from 'react';
import styles from './GapMark.module.css';
import type { Mark } from './gapMarks.ts';
import { useView } from './viewStore.ts';

interface GapMarkProps {
  readonly mark: Mark;
  /** Where its middle is on the content; left out where it stands in a row. */
  readonly x?: number;
  readonly y?: number;
}

/** The numbered disc of a gap. Clicking it opens the gaps at this one. */
export const GapMark = memo(function GapMark({ mark, x, y }: GapMarkProps) {
  const view = useView.getState();
  const open = () => {
    view.showPanel('gaps');
    view.show(mark.items);
    // Only the first stays selected: Delete must not take away all that a gap is about.
    view.select(mark.items.slice(0, 1));
  };
  const others = mark.more > 0 ? ` And ${mark.more} more here.` : '';
  return (
    <button
      type="button"
      className={styles.mark}
      data-severity={mark.severity}
      data-placed={x !== undefined || undefined}
      style={{ left: x, top: y }}
      title={`${mark.label}.${others}`}
      aria-label={`${mark.label}.${others}`}
      tabIndex={-1}
      onClick={open}
      onPointerEnter={() => view.highlight(mark.items)}
      onPointerLeave={() => view.highlight([])}
    >
      {mark.number}
    </button>
  );
});
