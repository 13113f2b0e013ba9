import { type FormEvent, useState } from 'react';
import { PASSWORD_LIMIT } from '../../shared/protocol/access.ts';
import { joinMap } from '../http/join.ts';
import type { Answer } from '../http/request.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { enterMap } from './enterMap.ts';
import styles from './PersonPage.module.css';

interface PasswordFormProps {
  readonly token: string;
  /** The link does not work any more, whatever its password. */
  readonly onFailure: (failure: Extract<Answer<never>, { status: 'failed' }>) => void;
}

/** Asks for the password of a share link, and opens its map. */
export function PasswordForm({ token, onFailure }: PasswordFormProps) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!password) return setProblem('Type the password first.');
    setBusy(true);
    const answer = await joinMap(token, password);
    setBusy(false);
    if (answer.status === 'done') return enterMap(answer.value.map);
    // What can be tried again here stays here, with what was typed.
    if (STAYS.has(answer.error)) setProblem(answer.message);
    else onFailure(answer);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label="Password of the link"
        type="password"
        autoFocus
        value={password}
        maxLength={PASSWORD_LIMIT}
        error={problem}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div className={styles.ways}>
        <Button type="submit" look="primary" disabled={busy}>
          Open the map
        </Button>
      </div>
    </form>
  );
}

/** `null`: the server could not be reached. */
const STAYS = new Set([null, 'wrong_password', 'too_many_requests', 'password_needed']);
