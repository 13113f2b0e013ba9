import { useState } from 'react';
import { type DatedValue, recordValues } from '../../../shared/commands/recordValues.ts';
import { readMetricValues } from '../../../shared/import/metricValues.ts';
import type { BoardRow } from '../../../shared/insights/metricBoard.ts';
import { isoToday } from '../../../shared/model/day.ts';
import { counted } from '../../../shared/model/inWords.ts';
import { dayProblem } from '../../panels/details/parseDay.ts';
import { parseNumber } from '../../panels/details/parseNumber.ts';
import { useRun } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { toast } from '../../ui/toasts.ts';
import { ByHand } from './ByHand.tsx';
import { PasteValues } from './PasteValues.tsx';
import styles from './RecordDialog.module.css';

interface RecordDialogProps {
  readonly rows: readonly BoardRow[];
  readonly onClose: () => void;
}

const WAYS = [
  { value: 'hand', label: 'One day by hand' },
  { value: 'paste', label: 'Paste a table' },
] as const;

/** New values for many metrics at once: typed for one day, or pasted as a table of days. */
export function RecordDialog({ rows, onClose }: RecordDialogProps) {
  const run = useRun();
  const [way, setWay] = useState<(typeof WAYS)[number]['value']>('hand');
  const [date, setDate] = useState(() => isoToday(new Date()));
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const metrics = rows.flatMap(({ stage, cells }) =>
    cells.flat().map(({ metric, place }) => ({ metric, place: place || stage.title })),
  );
  const pasted = text.trim() === '' ? null : readMetricValues(text, metrics);

  const record = (values: readonly DatedValue[]) => {
    if (values.length === 0) return setError('There is no value to record yet.');
    if (run(recordValues, { values }).status === 'refused') return;
    toast(`${counted(values.length, 'value')} recorded.`);
    onClose();
  };
  const recordTyped = () => {
    const values: DatedValue[] = [];
    if (!date) return setError('Choose the day it was measured.');
    const problem = dayProblem(date);
    if (problem) return setError(problem);
    for (const { metric } of metrics) {
      const parsed = parseNumber(typed.get(metric.id) ?? '');
      if (parsed.status === 'unfit') return setError(`${metric.title}: ${parsed.reason}`);
      if (parsed.status === 'number') values.push({ metric: metric.id, date, value: parsed.value });
    }
    record(values);
  };

  return (
    <Dialog
      wide
      title="Record values"
      onClose={onClose}
      actions={
        <>
          {error && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => (way === 'hand' ? recordTyped() : record(pasted?.values ?? []))}>
            {way === 'paste' && pasted ? `Record ${counted(pasted.values.length, 'value')}` : 'Record'}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <Segments
          label="How"
          value={way}
          options={WAYS}
          onChange={(next) => {
            setWay(next);
            setError(null);
          }}
        />
        {way === 'hand' ? (
          <ByHand
            metrics={metrics}
            date={date}
            typed={typed}
            onDate={setDate}
            onType={(metric, value) => {
              setTyped(new Map([...typed, [metric, value]]));
              setError(null);
            }}
            onEnter={recordTyped}
          />
        ) : (
          <PasteValues text={text} pasted={pasted} onText={setText} />
        )}
      </div>
    </Dialog>
  );
}
