import type { PlainMap } from '../../../shared/export/plainMap.ts';
import type { ImportWarning } from '../../../shared/import/warnings.ts';
import { counted } from '../../../shared/model/inWords.ts';
import styles from './ImportDialog.module.css';
import { StagesPreview } from './StagesPreview.tsx';

interface UnderstoodSummaryProps {
  readonly map: PlainMap;
  readonly warnings: readonly ImportWarning[];
}

const SHOWN_WARNINGS = 200;

/** What will be on the map, and row by row what was not understood. */
export function UnderstoodSummary({ map: { lists, meta }, warnings }: UnderstoodSummaryProps) {
  const counts = [
    counted(lists.stages.length, 'stage'),
    counted(lists.steps.length, 'step'),
    counted(lists.lanes.length, 'department or notes lane', 'departments and notes lanes'),
    counted(lists.touchpoints.length, 'touchpoint'),
    counted(lists.handoffs.length, 'hand-off'),
  ];
  return (
    <div className={styles.summary}>
      <p className={styles.counts} aria-live="polite">
        <strong>{meta.title.trim() || 'Untitled map'}</strong>: {counts.join(', ')}.
      </p>
      <StagesPreview lists={lists} />
      {warnings.length > 0 && (
        <>
          <p className={styles.hint}>{counted(warnings.length, 'thing')} to check:</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable for the arrow keys */}
          <ul className={styles.warnings} tabIndex={0} aria-label="What to check">
            {warnings.slice(0, SHOWN_WARNINGS).map(({ row, column, message }) => (
              <li key={`${row} ${column} ${message}`}>
                <span className={styles.row}>Row {row}</span> {message}
              </li>
            ))}
            {warnings.length > SHOWN_WARNINGS && <li>{`And ${warnings.length - SHOWN_WARNINGS} more.`}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
