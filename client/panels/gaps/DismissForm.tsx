import { useState } from 'react';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { FindingId } from '../../../shared/model/ids.ts';
import { useMapSession, useRun } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './GapActions.module.css';

const REASON_LIMIT = 2000;

/** A gap may be no gap here; whoever comes later should read why. */
export function DismissForm({ finding }: { readonly finding: FindingId }) {
  const run = useRun();
  const { store } = useMapSession();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const dismiss = () => {
    const answer = { status: 'dismissed', reason: reason.trim() } as const;
    // Asked before it is run: the sentence belongs beside the field, not into a message that goes away.
    const refusal = answerGap.refuse(store.getState().map, { finding, answer });
    if (refusal) return setError(refusal);
    run(answerGap, { finding, answer });
    toast('Gap dismissed. It stands at the end of the list.', {
      action: { label: 'Undo', run: () => run(answerGap, { finding, answer: { status: 'open' } }) },
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dismiss();
      }}
    >
      <TextField
        className={styles.wide}
        label="Why it is no gap here"
        value={reason}
        maxLength={REASON_LIMIT}
        error={error}
        onChange={(event) => {
          setReason(event.target.value);
          setError(null);
        }}
      />
      <Button type="submit">Dismiss</Button>
    </form>
  );
}
