import { useId } from 'react';
import type { PastedValues } from '../../../shared/import/metricValues.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { classes } from '../../ui/classes.ts';
import field from '../../ui/Field.module.css';
import styles from './RecordDialog.module.css';

interface PasteValuesProps {
  readonly text: string;
  readonly pasted: PastedValues | null;
  readonly onText: (text: string) => void;
}

const EXAMPLE = 'Month\tNPS\tAttrition\n2026-09\t12\t1.6\n2026-10\t9\t1.7';

/** A table from a spreadsheet, with what was understood of it before anything is written. */
export function PasteValues({ text, pasted, onText }: PasteValuesProps) {
  const id = useId();
  const days = new Set(pasted?.values.map(({ date }) => date));
  const metrics = new Set(pasted?.values.map(({ metric }) => metric));
  return (
    <div className={styles.paste}>
      <label htmlFor={id} className={field.label}>
        Copy the cells in your spreadsheet and paste them here: days down and metrics across, or the other way round.
      </label>
      <textarea
        id={id}
        className={classes(field.control, styles.table)}
        value={text}
        placeholder={EXAMPLE}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
      />
      {pasted && (
        <div role="status">
          <p className={styles.understood}>
            {pasted.values.length === 0
              ? 'No values were understood.'
              : `${counted(pasted.values.length, 'value')} of ${counted(metrics.size, 'metric')} on ${counted(days.size, 'day')}.`}
          </p>
          {pasted.problems.length > 0 && (
            <ul className={styles.problems}>
              {pasted.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}
