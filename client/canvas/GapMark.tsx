import { type CSSProperties, memo } from 'react';
import styles from './GapMark.module.css';
import type { Mark } from './gapMarks.ts';
import { useView } from './viewStore.ts';

interface GapMarkProps {
  readonly mark: Mark;
  readonly style?: CSSProperties;
  /** Placed on the content, so that its middle is where it says; otherwise it stands in a row. */
  readonly placed?: boolean;
}

/** The numbered disc of a gap. Clicking it opens the gaps at this one. */
export const GapMark = memo(function GapMark({ mark, style, placed = false }: GapMarkProps) {
  const view = useView.getState();
  const open = () => {
    view.showPanel('gaps');
    view.show(mark.items);
  };
  const others = mark.more > 0 ? ` And ${mark.more} more here.` : '';
  return (
    <button
      type="button"
      className={styles.mark}
      data-severity={mark.severity}
      data-placed={placed || undefined}
      style={style}
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
