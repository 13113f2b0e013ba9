import { metricState } from '../../../shared/insights/metricState.ts';
import { valueText } from '../../../shared/model/inWords.ts';
import type { Metric } from '../../../shared/model/records.ts';
import { LAST_DAY } from '../../panels/details/parseDay.ts';
import { TextField } from '../../ui/TextField.tsx';
import styles from './RecordDialog.module.css';

interface ByHandProps {
  readonly metrics: readonly { readonly metric: Metric; readonly place: string }[];
  readonly date: string;
  readonly typed: ReadonlyMap<string, string>;
  readonly onDate: (date: string) => void;
  readonly onType: (metric: string, value: string) => void;
  readonly onEnter: () => void;
}

/** A day, and a field for every metric; what is left empty is not recorded. */
export function ByHand({ metrics, date, typed, onDate, onType, onEnter }: ByHandProps) {
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onEnter();
      }}
    >
      <TextField
        className={styles.date}
        label="Day"
        type="date"
        max={LAST_DAY}
        value={date}
        onChange={(event) => onDate(event.target.value)}
      />
      {metrics.map(({ metric, place }) => {
        const { latest } = metricState(metric);
        return (
          <TextField
            key={metric.id}
            label={`${metric.title || 'Unnamed metric'}, ${place}`}
            inputMode="decimal"
            unit={metric.unit}
            placeholder={latest ? `last ${valueText(latest.value, metric.unit)}` : 'no value yet'}
            value={typed.get(metric.id) ?? ''}
            onChange={(event) => onType(metric.id, event.target.value)}
          />
        );
      })}
      {/* Enter in a form of several fields needs a button to be sent. */}
      <button type="submit" hidden>
        Record
      </button>
    </form>
  );
}
