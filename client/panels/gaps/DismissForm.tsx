import { useState } from 'react';
import { answerGap } from '../../../shared/commands/answerGap.ts';
import type { AnsweredFinding } from '../../../shared/gaps/answers.ts';
import { factsOf } from '../../../shared/gaps/facts.ts';
import { useMapSession, useRun } from '../../session/SessionContext.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './GapActions.module.css';

const REASON_LIMIT = 2000;

/** A gap may be no gap here; whoever comes later should read why. */
export function DismissForm({ finding: { id: finding, ...rest } }: { readonly finding: AnsweredFinding }) {
  const run = useRun();
  const { store } = useMapSession();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const dismiss = () => {
    // With what it is about today: when that changes, the gap comes back by itself.
    const answer = { status: 'dismissed', reason: reason.trim(), facts: factsOf(rest) } as const;
    // Asked before it is run: the sentence belongs beside the field, not into a message that goes away.
    const refusal = answerGap.refuse(store.getState().map, { finding, answer });
    if (refusal) return setError(refusal);
    run(answerGap, { finding, answer });
    toast('Gap dismissed. It stands at the end of the list, and comes back when its facts change.', {
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
