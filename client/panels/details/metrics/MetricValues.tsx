import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { recordValue } from '../../../../shared/commands/recordValue.ts';
import { isoToday } from '../../../../shared/model/day.ts';
import { valueText } from '../../../../shared/model/inWords.ts';
import type { Metric } from '../../../../shared/model/records.ts';
import { useRun } from '../../../session/SessionContext.tsx';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useReadOnly } from '../../../ui/ReadOnly.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { toast } from '../../../ui/toasts.ts';
import { formatDay } from '../../format.ts';
import { dayProblem, LAST_DAY } from '../parseDay.ts';
import { parseNumber } from '../parseNumber.ts';
import { MetricChart } from './MetricChart.tsx';
import styles from './MetricValues.module.css';

/** The last few say where a metric is going; all of them are on the metrics board. */
const SHOWN = 4;

/** What a metric was, day by day, and a line to record what it is. */
export function MetricValues({ metric }: { readonly metric: Metric }) {
  const run = useRun();
  const readOnly = useReadOnly();
  const [text, setText] = useState('');
  const [date, setDate] = useState(() => isoToday(new Date()));
  const [error, setError] = useState<string | null>(null);
  /** Answers why it cannot be recorded, or null. */
  const record = (): string | null => {
    const parsed = parseNumber(text);
    if (parsed.status === 'unfit') return parsed.reason;
    if (parsed.status === 'empty') return 'Write the value first.';
    const problem = date ? dayProblem(date) : 'Choose the day it was measured.';
    if (problem === null && run(recordValue, { metric: metric.id, date, value: parsed.value }).status === 'done') {
      setText('');
    }
    return problem;
  };
  const leave = useRef(() => {});
  leave.current = () => {
    const reason = text.trim() === '' ? null : record();
    if (reason) toast(`“${metric.title || 'Unnamed metric'}” was left as it was. ${reason}`, { tone: 'problem' });
  };
  // Like any other field, what was typed counts when it goes away.
  useLayoutEffect(() => () => leave.current(), []);
  return (
    <div data-field="values">
      {!readOnly && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setError(record());
          }}
        >
          <TextField
            className={styles.value}
            label="New value"
            inputMode="decimal"
            value={text}
            unit={metric.unit}
            error={error}
            onChange={(event) => {
              setText(event.target.value);
              setError(null);
            }}
          />
          <TextField
            className={styles.date}
            label="Day"
            type="date"
            max={LAST_DAY}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <Button type="submit">Record</Button>
        </form>
      )}
      <MetricChart metric={metric} />
      {metric.values.length > 0 && (
        <ul className={styles.values} aria-label="Recorded values">
          {metric.values
            .slice(-SHOWN)
            .reverse()
            .map(({ date: day, value }) => (
              <li key={day} className={styles.entry}>
                <span className={styles.day}>{formatDay(day)}</span>
                <span>{valueText(value, metric.unit)}</span>
                {!readOnly && (
                  <IconButton
                    label={`Take back the value of ${formatDay(day)}`}
                    small
                    icon={<X size={14} aria-hidden />}
                    onClick={() => run(recordValue, { metric: metric.id, date: day, value: null })}
                  />
                )}
              </li>
            ))}
        </ul>
      )}
    </div>
  );
}
